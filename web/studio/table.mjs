// What stands in the forms, subject by subject: places of the pack with their labels and hints. assets/packs/README.md has the
// fields in full.
// @ts-check

/**
 * @typedef {object} Row
 * @property {'text' | 'area' | 'lines' | 'tick' | 'logo' | 'colour' | 'languages' | 'said' | 'paragraphs' | 'price' | 'figure' | 'steps' | 'waits' | 'topics' | 'questions' | 'questionnaire' | 'kiosk'} kind
 * @property {string} at
 * @property {string} label
 * @property {string} [hint]
 * @property {string} [type] of a text: url, email, tel, date
 * @property {number} [most] letters
 * @property {number} [rows]
 */
/** @typedef {{id: string, part: string, title: string, about: string, rows: Row[]}} Subject */

/** @type {Subject[]} */
export const subjects = [
  {
    id: 'clinic', part: 'Your clinic', title: 'Name and logo', about: 'What patients know you by.',
    rows: [
      { kind: 'text', at: '/name', label: 'Name of the clinic', hint: 'Needed. Patients see it on every page.', most: 80 },
      { kind: 'text', at: '/id', label: 'Id', hint: 'Needed. Small letters, figures and dashes, such as “rose-clinic”. It names your pack and is made from the name.', most: 60 },
      { kind: 'logo', at: '/logo', label: 'Logo', hint: 'An SVG file of up to 20 kB: plain shapes in flat colours, without text, gradients or pictures.' },
    ],
  },
  {
    id: 'colours', part: 'Your clinic', title: 'Colour', about: 'Buttons, links and what is chosen take it. On the dark theme a lighter form of it is used.',
    rows: [{ kind: 'colour', at: '/colours/accent', label: 'Accent colour', hint: 'A # and six of 0-9 and a-f.' }],
  },
  {
    id: 'languages', part: 'Your clinic', title: 'Languages', about: 'Patients choose among these. All you write must be there in each of them.',
    rows: [{ kind: 'languages', at: '/languages', label: 'Languages you offer' }],
  },
  {
    id: 'country', part: 'Your clinic', title: 'Country', about: 'Patients read the emergency and advice numbers of this country, and its form of dates and temperatures.',
    rows: [{ kind: 'text', at: '/country', label: 'Country', hint: 'Two letters of ISO 3166, such as GB, IE or DE.', most: 2 }],
  },
  {
    id: 'contact', part: 'Your clinic', title: 'Contact', about: 'Patients with a warning sign are told to call you: give a telephone number, an email address, or both.',
    rows: [
      { kind: 'text', at: '/contact/phone', label: 'Telephone', type: 'tel', hint: 'With the country code, such as +44 20 7946 0000.', most: 30 },
      { kind: 'text', at: '/contact/email', label: 'Email', type: 'email', most: 120 },
      { kind: 'text', at: '/contact/website', label: 'Website', type: 'url', hint: 'In full, with https://', most: 500 },
      { kind: 'said', at: '/contact/address/{}', label: 'Address', rows: 2 },
    ],
  },
  {
    id: 'booking', part: 'What patients read', title: 'Booking links', about: 'Where the booking button leads. When something was found, the link for it is used; without one, the general link.',
    rows: [
      { kind: 'text', at: '/booking/general', label: 'General link', type: 'url', most: 500 },
      { kind: 'text', at: '/booking/nothing_to_check', label: 'When nothing needs a check first', type: 'url', most: 500 },
      { kind: 'text', at: '/booking/ask', label: 'When something should be asked first', type: 'url', most: 500 },
      { kind: 'text', at: '/booking/wait', label: 'When a wait is advised', type: 'url', most: 500 },
      { kind: 'text', at: '/booking/stop', label: 'When it should not be done now', type: 'url', most: 500 },
    ],
  },
  {
    id: 'price', part: 'What patients read', title: 'Price', about: 'Of one session. The price of a course is worked out from it.',
    rows: [{ kind: 'price', at: '/price', label: 'Price of one session', hint: 'One figure, or from and to. The currency is three capitals: GBP, EUR, USD.' }],
  },
  {
    id: 'words', part: 'What patients read', title: 'Words of your own', about: 'Plain sentences, which patients read as yours.',
    rows: [
      { kind: 'said', at: '/words/{}/clinic.welcome', label: 'Welcome', hint: 'On the first page.', rows: 3 },
      { kind: 'said', at: '/words/{}/clinic.booking-note', label: 'Beside the booking button', rows: 2 },
      { kind: 'said', at: '/words/{}/clinic.price-note', label: 'Beside the price', rows: 2 },
      { kind: 'paragraphs', at: '/legal/{}', label: 'Legal text', hint: 'Leave an empty line between paragraphs. Up to ten of them.', rows: 5 },
    ],
  },
  {
    id: 'topics', part: 'What patients read', title: 'Topics', about: 'What patients can read about. Harms and healing are always told.',
    rows: [{ kind: 'topics', at: '/topics', label: 'Topics that are shown' }],
  },
  {
    id: 'questions', part: 'What patients read', title: 'Questions you add', about: 'Up to ten. They come after ours, and their answers stand on the sheet.',
    rows: [{ kind: 'questions', at: '/questions', label: 'Your questions' }],
  },
  {
    id: 'questionnaire', part: 'What patients read', title: 'A questionnaire of your own', about: 'A form you have already, such as your intake form: in the place of the consultation, or after it.',
    rows: [{ kind: 'questionnaire', at: '/questionnaire', label: 'A questionnaire of your own' }],
  },
  {
    id: 'course', part: 'How you work', title: 'Sessions', about: 'What you plan where studies leave it open. Patients read that the figure is set by the clinic, and where it comes from.',
    rows: [
      { kind: 'figure', at: '/sessions', label: 'Number of sessions' },
      { kind: 'figure', at: '/interval', label: 'Time between sessions' },
    ],
  },
  {
    id: 'visit', part: 'How you work', title: 'Minutes of a visit', about: 'How long each step takes with you. Leave empty what you do not know.',
    rows: [{ kind: 'steps', at: '/visit_minutes', label: 'Steps of a visit' }],
  },
  {
    id: 'waits', part: 'How you work', title: 'Waiting times', about: 'How long to wait after something before a session. A clinic may ask for longer than we do, never for less.',
    rows: [{ kind: 'waits', at: '/waits', label: 'Waits' }],
  },
  {
    id: 'review', part: 'How you work', title: 'Review', about: 'Prices, links and waits grow old. Somebody at the clinic should look at them once a year.',
    rows: [
      { kind: 'text', at: '/reviewed', label: 'Last reviewed on', type: 'date' },
      { kind: 'text', at: '/review_by', label: 'Next review by', type: 'date' },
    ],
  },
  {
    id: 'website', part: 'Where it runs', title: 'On your website', about: 'Which pages may hold the consultation, and where answers go when a patient sends them. Without an address here they can only go to those pages.',
    rows: [
      { kind: 'lines', at: '/allowed_origins', label: 'Websites that may hold it', hint: 'One a line, such as https://www.example.com, without anything behind it.', rows: 2 },
      { kind: 'text', at: '/send/endpoint', label: 'Address that takes answers', type: 'url', hint: 'Of a FHIR server, with https://. Leave it empty unless somebody looks after one for you.', most: 500 },
    ],
  },
  {
    id: 'kiosk', part: 'Where it runs', title: 'On a shared tablet', about: 'For a tablet in the waiting room: nothing is kept, and everything is cleared when nobody touches it for a while.',
    rows: [{ kind: 'kiosk', at: '/kiosk', label: 'This pack is for a shared tablet' }],
  },
];
