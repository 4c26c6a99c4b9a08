// What goes to the clinic when the person wants it: answers, to the address in its pack or to its page around this one, and that a
// page for booking was opened. The pack says who may embed this page, too.
// @ts-check
import { onClick } from './dom.mjs';
import { embedded } from './port.mjs';
import { placeToSend, Sender } from './send.mjs';
import { tell } from './tell.mjs';

export class Outgoing {
  /** @param {import('./port.mjs').Port} port */
  constructor(port) {
    this.port = port;
    this.connected = false;
    this.sender = new Sender(tell, (id, fhir) => port.trusted && port.port !== null && port.say('send', { id, fhir }));
  }

  /**
   * The clinic's pack has been read, or there is none: now it is known who may embed, and where answers can go.
   * @param {{allowedOrigins?: string[], sendEndpoint?: string, booking?: string[]}} clinic booking: addresses of its own pages for that
   */
  connect({ allowedOrigins = [], sendEndpoint = '', booking = [] }) {
    if (this.connected) return;
    this.connected = true;
    this.sender.address = placeToSend(sendEndpoint);
    if (this.sender.address) tell('connect', '1');
    if (!embedded()) return;
    const { port } = this;
    port.open(allowedOrigins, () => { if (port.trusted) tell('connect', '1'); });
    onClick((event) => {  // the link opens by itself. Its address differs by what was found: only the clinic's own pages learn it
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link && booking.includes(link.getAttribute('href') ?? '')) port.say('book', { url: port.trusted ? link.href : '' });
    });
  }

  /** @param {import('./messages.mjs').Message} message of the page around */
  hear(message) {
    if (message.type === 'answer') this.sender.answer(message.id, message.accepted, message.why);
    else if (message.type === 'reset') this.sender.forget();
  }

  /** What the program asks for. @param {string} what @param {string} text */
  request(what, text) {
    if (what === 'send') this.sender.send(text);
    else if (what === 'wipe') this.sender.forget();
  }
}
