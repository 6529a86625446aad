/** @returns whether it came to hold, looked at every 50 ms */
export async function until(holds: () => Promise<boolean>, looks = 40): Promise<boolean> {
  for (let attempts = 0; attempts < looks; attempts += 1) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}
