/** What may be looked for in words: anything a show is found by, or one thing of it. */
const fields = ['q', 'artist', 'venue', 'city'] as const
type Field = (typeof fields)[number]
/** Where the query keeps what is typed for each, such as `$3`. */
export type Words = { readonly [Name in Field]?: string }

/** What shows are wanted, as pieces of SQL about rows of shows `s`. */
export type Wanted = {
  /** Where they come from, and their time and id in the order of an index. */
  from: string
  at: string
  id: string
  /** Cheap conditions, for every row that is looked at. */
  where: readonly string[]
  /** Dear conditions about `s` alone, checked one by one until there are enough. */
  lazily: readonly string[]
  words: Words
  /** Spelled similarly instead of exactly. */
  similar: boolean
  direction: 'asc' | 'desc'
  /** How many, and after how many, as SQL. */
  limit: string
  offset: string
}

/** So many rows are tried for each one wanted before an index is asked: whoever types "the" has found enough. */
const HOPE = 10

const and = (conditions: readonly string[]) =>
  conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`

/** One thing of a show `s`, compared with patterns by `like all` or `like any`. */
const parts: Record<Field, (comparison: string) => string> = {
  q: (comparison) => `s.words ${comparison}`,
  artist: (comparison) => `(select true from performances billed join artists act on act.id = billed.artist_id
    where billed.show_id = s.id and ' ' || act.name_key ${comparison} limit 1)`,
  venue: (comparison) =>
    `(select ' ' || place.name_key ${comparison} from venues place where place.id = s.venue_id)`,
  city: (comparison) =>
    `(select ' ' || place.city_key ${comparison} from venues place where place.id = s.venue_id)`,
}

const given = (words: Words) =>
  fields.flatMap((field) => (words[field] ? [[field, words[field]] as const] : []))

const ordered = ({ direction, limit, offset }: Wanted) =>
  `order by s.at ${direction}, s.id ${direction} limit ${limit} offset ${offset}`

/** Candidates in their order, behind a fence, so that dear conditions wait until one is wanted. */
const candidates = ({ from, at, id, where, direction }: Wanted, more: readonly string[], bound: string) => `
  (select s.id, s.words, s.venue_id, s.organizer_id, s.visibility, ${at} as at from ${from}
    ${and([...where, ...more])} order by ${at} ${direction}, ${id} ${direction} ${bound}) s`

/**
 * The query for shows that hold all words. Nobody can know beforehand whether words are common or rare, so the first
 * rows in time are tried, and only when they do not give enough, the index of words.
 */
function exactly(wanted: Wanted): string {
  const { words, lazily, limit } = wanted
  const typed = given(words)
  const conditions = [
    ...typed.map(([field]) => parts[field](`like all ((select ${field} from typed)::text[])`)),
    ...lazily,
  ]
  const choose = (rows: string) => `select s.id, s.at from ${rows} ${and(conditions)} ${ordered(wanted)}`
  const keys = [1, 2, 3].map((n) => `s.words like (select coalesce(keys[${n}], '%') from typed)`)
  const hope = `limit (select case when keys = '{}' then null else ${HOPE} * ${limit} end from typed)`
  const needed = [`(select keys <> '{}' from typed)`, `(select count(*) from hoped) < ${limit}`]
  const patterns = typed.map(([field, value]) => `like_words(${value}::text) as ${field}`).join(', ')
  return `with typed as materialized (
      select *, indexable(${typed.map(([field]) => field).join(' || ')}) as keys from (select ${patterns} offset 0) patterns
    ), hoped as materialized (
      ${choose(candidates(wanted, [], hope))}
    ), indexed as materialized (
      ${choose(candidates(wanted, [...needed, ...keys], 'offset 0'))}
    )
    select id, at from indexed
    union all select id, at from hoped where not exists (select from indexed)`
}

const lexicon: Record<'artist' | 'venue' | 'city' | 'title', string> = {
  artist: `select name_key from artists where term.field in ('q', 'artist') and term.word <<% name_key`,
  venue: `select name_key from venues where term.field in ('q', 'venue') and term.word <<% name_key`,
  city: `select city_key from venues where term.field in ('q', 'city') and term.word <<% city_key`,
  title: `select title_key from shows where term.field = 'q' and term.word <<% title_key`,
}
/** Trigrams shared by a word and another, from 0 to 1: "coldpaly" and "coldplay" share 0.38. */
const CLOSE = 0.3
/** So many letters more or fewer may be a slip. */
const SLIPS = 2
/** More words than this are not looked up in the lexicon. */
const MOST_WORDS = 8

/**
 * The query for shows that hold, for each word, it or one that is spelled similarly: first what the words may mean,
 * then shows by the index, beginning with the word that means the fewest names.
 */
function similarly(wanted: Wanted): string {
  const { words, lazily, id } = wanted
  const typed = given(words)
  const rows = typed.map(([field, value]) => `('${field}', ${value}::text)`).join(', ')
  const inFields = typed.flatMap(([field]) =>
    field === 'q'
      ? []
      : [`(select bool_and(${parts[field]('like any (patterns)')}) from meant where field = '${field}')`],
  )
  return `with terms as materialized (
      select t.field, word from (values ${rows}) t (field, typed) cross join unnest(folded_words(t.typed)) word
      order by length(word) desc, word limit ${MOST_WORDS}
    ), meant as materialized (
      select term.field, array_agg(distinct '%' || like_literal(near.word) || '%') as patterns,
        nullif(count(*), 1) as names, length(term.word) as length
      from terms term cross join lateral (
        select term.word
        union all select token from (${Object.values(lexicon).join(' union all ')}) name (key)
          cross join lateral regexp_split_to_table(name.key, '\\s+') token
          where similarity(term.word, token) >= ${CLOSE} and abs(length(token) - length(term.word)) <= ${SLIPS}) near (word)
      group by term.field, term.word
    ), near as materialized (
      select distinct t.id
      from unnest((select indexable(patterns) from meant order by names nulls last, length desc limit 1)) pattern
        join shows t on t.words like pattern
      where (select bool_and(t.words like any (patterns)) from meant)
    )
    select s.id, s.at from ${candidates(wanted, [`${id} in (select near.id from near)`], 'offset 0')}
    ${and([...inFields, ...lazily])} ${ordered(wanted)}`
}

/** A query for the `id` and `at` of shows that hold all words, in order. Its texts differ by what is wanted, never by what is typed. */
export const finding = (wanted: Wanted): string => (wanted.similar ? similarly(wanted) : exactly(wanted))
