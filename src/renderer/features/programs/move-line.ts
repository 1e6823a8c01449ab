/** Lines in an order that she chooses. */

/** The same lines with one of them a step further up or down; as they are where there is no such step. */
export function moved<Line>(lines: readonly Line[], index: number, by: -1 | 1): readonly Line[] {
  const [line, other] = [lines[index], lines[index + by]]
  if (line === undefined || other === undefined) return lines
  return lines.map((each, i) => (i === index ? other : i === index + by ? line : each))
}
