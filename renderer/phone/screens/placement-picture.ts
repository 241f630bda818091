import type { PhoneWords } from '../words.ts';

const parse = (svg: string): Node =>
  document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);

const person = (x: number, y: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="24" ry="12" class="body"/><circle cx="${x}" cy="${y}" r="10" class="head"/>`;

/**
 * Where the phone stands (annex 4 section 3.6): 45 degrees behind and beside the candidate, 1.2 to 1.5 m above the
 * floor, 1.5 to 2 m away, seeing desk and screen. Not to scale.
 */
export function placementPicture(words: PhoneWords): Node {
  return parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 400" role="img" class="placement">
<title>${words.placePicture}</title>
<text x="10" y="22" class="caption">${words.above}</text>
<path d="M232 178 52 67 74 29 226 29Z" class="view"/>
<rect x="92" y="34" width="120" height="44" rx="3" class="desk"/>
<rect x="122" y="40" width="60" height="6" class="screen"/>
<rect x="130" y="54" width="44" height="14" rx="2" class="keys"/>
<text x="236" y="60" class="label">${words.desk}</text>
${person(152, 98)}
<text x="56" y="120" class="label">${words.candidate}</text>
<path d="M152 112V192" class="axis"/>
<path d="M162 108 222 168" class="measure"/>
<path d="M152 158A60 60 0 0 0 194 140" class="angle"/>
<text x="160" y="180" class="label">${words.angle}</text>
<text x="208" y="132" class="label strong">${words.distance}</text>
<rect x="217" y="170" width="30" height="14" rx="3" transform="rotate(-45 232 177)" class="device"/>
<text x="254" y="194" class="label">${words.phone}</text>
<path d="M0 206H340" class="rule"/>
<text x="10" y="230" class="caption">${words.side}</text>
<path d="M10 382H330" class="floor"/>
<path d="M228 272 40 262V350Z" class="view"/>
<path d="M30 322H104M38 322V382M98 322V382" class="table"/>
<rect x="46" y="286" width="6" height="36" class="screen"/>
<circle cx="126" cy="278" r="12" class="head"/>
<path d="M126 290V336H106M126 300 100 316" class="limb"/>
<path d="M134 300V340M112 340H140M116 340V382M138 340V382" class="chair"/>
<rect x="222" y="256" width="12" height="30" rx="3" class="device"/>
<path d="M228 286V382M214 382 228 360 242 382" class="stand"/>
<path d="M258 272V382M252 272H264M252 382H264" class="measure"/>
<text x="266" y="332" class="label strong">${words.height}</text>
<path d="M126 392H228M126 387V397M228 387V397" class="measure"/>
<text x="182" y="374" text-anchor="middle" class="label strong">${words.distance}</text>
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
