import type { PhoneWords } from '../words.ts';

const parse = (svg: string): Node =>
  document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);

const person = (x: number, y: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="24" ry="12" class="body"/><circle cx="${x}" cy="${y}" r="10" class="head"/>`;

/**
 * Where the phone stands (annex 4 section 3.6): 45 degrees behind and beside the candidate, 1.2 to 1.5 m above the
 * floor, 1.5 to 2 m away, seeing desk and screen. 80 units of the side view are about a metre.
 */
export function placementPicture(words: PhoneWords): Node {
  return parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 400" role="img" class="placement">
<title>${words.placePicture}</title>
<text x="10" y="22" class="caption">${words.above}</text>
<path d="M254 172 74 34 L226 24Z" class="view"/>
<rect x="92" y="34" width="120" height="44" rx="3" class="desk"/>
<rect x="122" y="40" width="60" height="6" class="screen"/>
<rect x="130" y="54" width="44" height="14" rx="2" class="keys"/>
<text x="222" y="60" class="label">${words.desk}</text>
${person(152, 98)}
<text x="64" y="104" class="label">${words.candidate}</text>
<path d="M152 110V192" class="axis"/>
<path d="M164 108 238 166" class="measure"/>
<path d="M152 160A56 56 0 0 0 196 137" class="angle"/>
<text x="160" y="182" class="label">${words.angle}</text>
<text x="216" y="130" class="label strong">${words.distance}</text>
<rect x="238" y="164" width="30" height="14" rx="3" transform="rotate(-52 253 171)" class="device"/>
<text x="272" y="190" class="label">${words.phone}</text>
<path d="M0 206H340" class="rule"/>
<text x="10" y="230" class="caption">${words.side}</text>
<path d="M10 382H330" class="floor"/>
<path d="M266 272 40 278V346Z" class="view"/>
<path d="M30 322H104M38 322V382M98 322V382" class="table"/>
<rect x="46" y="286" width="6" height="36" class="screen"/>
<circle cx="126" cy="278" r="12" class="head"/>
<path d="M126 290V336H106M126 300 100 316" class="limb"/>
<path d="M134 300V340M112 340H140M116 340V382M138 340V382" class="chair"/>
<rect x="260" y="256" width="12" height="30" rx="3" class="device"/>
<path d="M266 286V382M252 382 266 360 280 382" class="stand"/>
<path d="M300 272V382M294 272H306M294 382H306" class="measure"/>
<text x="292" y="262" text-anchor="middle" class="label strong">${words.height}</text>
<path d="M130 392H266M130 387V397M266 387V397" class="measure"/>
<text x="198" y="374" text-anchor="middle" class="label strong">${words.distance}</text>
</svg>`);
}

/** The way out of an in-app browser: its own menu at the top right. */
export function inAppPicture(words: PhoneWords): Node {
  return parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 200" role="img" class="placement">
<title>${words.inAppPicture}</title>
<rect x="60" y="10" width="220" height="240" rx="18" class="device-outline"/>
<path d="M60 54H280" class="rule"/>
<circle cx="236" cy="33" r="17" class="target"/>
<circle cx="228" cy="33" r="3" class="dot"/><circle cx="236" cy="33" r="3" class="dot"/><circle cx="244" cy="33" r="3" class="dot"/>
<path d="M236 56V96M228 86 236 98 244 86" class="measure"/>
<rect x="110" y="106" width="156" height="44" rx="8" class="menu"/>
<text x="188" y="134" text-anchor="middle" class="label strong">${words.openInBrowser}</text>
</svg>`);
}
