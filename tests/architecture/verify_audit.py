#!/usr/bin/env python3
"""A second verifier of the audit chain, standard library only. Reads one JSON row per line, names the first broken link.

usage: verify_audit.py < audit.jsonl   ->  "ok SIZE HEAD" (exit 0)  or  "broken SEQ" (exit 1)
Each line holds the columns of audit_event. The hash of a row is SHA-256 over the JSON array
[prev_hash, seq, at, actor_id, actor_name, event, subject_type, subject_id, before_json, after_json, reason],
UTF-8, no spaces, characters beyond ASCII written as themselves.
"""
import hashlib
import json
import sys

FIELDS = ["prev_hash", "seq", "at", "actor_id", "actor_name", "event", "subject_type", "subject_id",
          "before_json", "after_json", "reason"]


def main() -> int:
    size, head = 0, "0" * 64
    for line in sys.stdin:
        row = json.loads(line)
        text = json.dumps([row[field] for field in FIELDS], ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        if row["seq"] != size + 1 or row["prev_hash"] != head or row["hash"] != digest:
            print("broken", size + 1)
            return 1
        size, head = size + 1, digest
    print("ok", size, head)
    return 0


sys.exit(main())
