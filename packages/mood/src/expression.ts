import { MOODS, type Mood, type Scores } from './moods.ts'

/** What no net saw at all still counts for as much, so that one of them alone never rules a mood out. */
const LEAST = 1e-3

/** How much the two nets weigh: that of the makers of Human, and that of the makers of face-api. */
const WEIGHTS = { first: 0.4, second: 0.6 }

/** Both nets are surer than they are right; divided by this, the confidence is about as often right as it says. */
const TEMPERATURE = 1.9

/**
 * How much a face looks like each mood, 0 to 1, which make 1 together: the geometric mean of what two nets say of it
 * (product of experts; Hinton, "Products of Experts", 1999), with the confidence scaled (Guo et al., "On Calibration of
 * Modern Neural Networks", 2017). Each net's other expressions are left out before.
 * @param first probabilities of Human's emotion net
 * @param second probabilities of face-api's expression net
 */
export function fuse(first: Scores, second: Scores): Scores {
  const [one, two] = [smooth(first), smooth(second)]
  const weight = (mood: Mood) =>
    Math.exp((WEIGHTS.first * Math.log(one[mood]) + WEIGHTS.second * Math.log(two[mood])) / TEMPERATURE)
  return share(weight)
}

/** The likeliest mood and how sure it is, 0 to 1: null and 0 where there is no face. */
export function likeliest(scores: Scores | null): { mood: Mood | null; confidence: number } {
  if (scores === null) return { mood: null, confidence: 0 }
  const mood = MOODS.reduce((best, next) => (scores[next] > scores[best] ? next : best))
  return { mood, confidence: scores[mood] }
}

const smooth = (scores: Scores): Scores => share((mood) => scores[mood] + LEAST)

function share(weigh: (mood: Mood) => number): Scores {
  const weights = MOODS.map(weigh)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const [happy = 0, sad = 0, angry = 0, neutral = 0] = weights.map((weight) => weight / sum)
  return { happy, sad, angry, neutral }
}
