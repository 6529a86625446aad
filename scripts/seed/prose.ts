/** What the demo's organizations are working on: enough for every list to look lived in. */

export interface ProjectPlot {
  readonly name: string
  readonly description: string
  readonly documents: readonly string[]
}

export const LARKSPUR_PROJECTS: readonly ProjectPlot[] = [
  {
    name: 'Alpine Seed Bank',
    description: 'Cold storage for wild alpine seeds, and the catalogue of what is in it.',
    documents: [
      'Collection protocol for scree plants',
      'Freezer inventory, autumn',
      'Viability after ten years',
      'Loan agreement with the university',
      'Labelling standard',
      'Field notes: Val Grande',
      'Emergency power plan',
      'Donor report',
    ],
  },
  {
    name: 'Pollinator Survey',
    description: 'Counting bees and hoverflies along the valley transects.',
    documents: [
      'Equipment list',
      'Transect map and timing',
      'Volunteer handbook',
      'Results of the spring count',
      'Misidentification checklist',
      'Weather correction',
      'Data dictionary',
      'Press summary',
    ],
  },
  {
    name: 'Glasshouse Refit',
    description: 'New glazing, heat recovery and irrigation for houses 2 and 3.',
    documents: [
      'Scope of works',
      'Heat recovery options',
      'Irrigation controller comparison',
      'Risk register',
      'Weekly site notes',
      'Budget against actuals',
      'Handover checklist',
    ],
  },
  {
    name: 'Herbarium Digitisation',
    description: 'Photographing 40,000 sheets and making them searchable.',
    documents: [
      'Volunteer rota',
      'Imaging station set-up',
      'Naming scheme for scans',
      'Quality thresholds',
      'Rights and attribution',
      'Progress by cabinet',
      'Search requirements',
    ],
  },
  {
    name: 'Schools Programme',
    description: 'Lessons and visits for eight to twelve year olds.',
    documents: [
      'Bus contract',
      'Autumn lesson plans',
      'Consent form',
      'Visit schedule',
      'Feedback from teachers',
      'Safeguarding policy',
      'Budget per class',
    ],
  },
  {
    name: 'Soil Archive',
    description: 'Samples since 1974, re-measured with current methods.',
    documents: [
      'Loan of cores',
      'Re-measurement protocol',
      'Gaps in the 1980s',
      'Carbon trend, first look',
      'Instrument calibration',
      'Sample disposal policy',
      'Publication outline',
    ],
  },
  {
    name: 'Greenhouse Gas Audit',
    description: 'What the laboratory emits, and what would lower it.',
    documents: [
      'Scope and boundaries',
      'Energy bills, three years',
      'Travel policy draft',
      'Reduction options',
      'Board summary',
      'Method notes',
    ],
  },
  {
    name: 'Visitor Centre',
    description: 'Plans for the new building at the east gate.',
    documents: [
      'Car park numbers',
      'Brief to architects',
      'Planning conditions',
      'Exhibition concept',
      'Accessibility review',
      'Opening year costs',
      'Naming the café',
    ],
  },
]

export const TIDEWATER_PROJECTS: readonly ProjectPlot[] = [
  {
    name: 'Spring List',
    description: 'Nine titles, two of them translations.',
    documents: [
      'Catalogue copy',
      'Cover briefs',
      'Rights still open',
      'Print run estimates',
      'Bookshop events',
      'Proof schedule',
      'Blurb requests',
    ],
  },
  {
    name: 'Audiobooks',
    description: 'Bringing the backlist to ear.',
    documents: [
      'Listener tests',
      'Narrator shortlist',
      'Studio contract',
      'Chapter timing',
      'Distribution terms',
      'Pilot budget',
      'Royalty model',
    ],
  },
  {
    name: 'Backlist Reprints',
    description: 'Which of the out-of-print titles come back.',
    documents: [
      'Candidates and demand',
      'File recovery',
      'Paper and price',
      'Permission letters',
      'New introductions',
    ],
  },
  {
    name: 'Warehouse Move',
    description: 'From the harbour to the ring road.',
    documents: ['Timeline', 'Insurance', 'Shelf plan', 'Courier contracts', 'Damage log'],
  },
  {
    name: 'Translation Fund',
    description: 'Grants, and the books they make possible.',
    documents: [
      'Open calls',
      'Application drafts',
      'Sample translations',
      'Report to the fund',
      'Partner publishers',
    ],
  },
  {
    name: 'Reader Survey',
    description: 'Who buys, where, and why.',
    documents: [
      'Questionnaire',
      'Sampling plan',
      'First results',
      'Quotes we may use',
      'Data retention',
    ],
  },
  {
    name: 'Website',
    description: 'A shop that does not lose baskets.',
    documents: [
      'Search terms',
      'Checkout findings',
      'Accessibility audit',
      'Content inventory',
      'Redirect map',
      'Launch checklist',
    ],
  },
]

export const FERNWAY_PROJECTS: readonly ProjectPlot[] = [
  {
    name: 'Timetable Change',
    description: 'The December timetable on the coast line.',
    documents: [
      'Signalling limits',
      'Connections that break',
      'Crew rosters',
      'Passenger notices',
      'Freight paths',
    ],
  },
  {
    name: 'Step-free Stations',
    description: 'Lifts and ramps at six stops.',
    documents: ['Survey of platforms', 'Lift suppliers', 'Interim buses', 'Funding letter'],
  },
  {
    name: 'Ticket Machines',
    description: 'Replacing the last machines that take only coins.',
    documents: [
      'Language choices',
      'Requirements',
      'Pilot at Harbour Street',
      'Fraud scenarios',
      'Refund process',
    ],
  },
  {
    name: 'Quiet Carriages',
    description: 'A trial on two trains a day.',
    documents: ['Trial design', 'Signs and wording', 'Complaints so far', 'Decision paper'],
  },
  {
    name: 'Lost Property',
    description: 'Finding umbrellas faster.',
    documents: [
      'Opening hours',
      'Current process',
      'Storage rules',
      'Search page mock-up',
      'Annual auction',
    ],
  },
  {
    name: 'Depot Open Day',
    description: 'A Saturday in May, with the old railcar.',
    documents: ['Visitor routes', 'Volunteers', 'Safety briefing'],
  },
]

const OPENINGS = [
  'This note collects what we know so far and what is still to be decided.',
  'Written after the last meeting; corrections welcome in the margins.',
  'A first draft. The figures are from the current quarter unless they say otherwise.',
  'Everyone who works on this should read it once; it takes five minutes.',
]
const POINTS = [
  'Agree on who decides, and by when',
  'Keep the list of open questions below ten',
  'Check the numbers against last year before quoting them',
  'Tell the people affected before the decision, not after',
  'Leave a margin of two weeks for things that arrive late',
  'Write down what we chose not to do, and why',
]

/** A plausible page of markdown. @param pick a number that varies the text */
export function bodyFor(title: string, project: string, pick: number): string {
  const points = [0, 1, 2].map((step) => `- ${POINTS[(pick + step * 2) % POINTS.length] ?? ''}.`)
  return [
    `# ${title}`,
    '',
    `Part of *${project}*. ${OPENINGS[pick % OPENINGS.length] ?? ''}`,
    '',
    '## What matters',
    '',
    ...points,
    '',
    '## Next',
    '',
    `We come back to this in ${2 + (pick % 5)} weeks.`,
  ].join('\n')
}
