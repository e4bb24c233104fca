// Reads requests as lines of JSON {key, headers, body in base64}; says of each what receivers make of it: those of
// others for whsec_, node's own Ed25519 for whpk_, which neither of them knows.
const crypto = require('node:crypto');
const readline = require('node:readline');
const standard = require('standardwebhooks');
const svix = require('svix');

function verdict(check) {
  try {
    check();
    return 'valid';
  } catch (error) {
    // svix parses what it has found to be signed, and the empty body of a GET is no JSON.
    return error instanceof SyntaxError ? 'valid' : error.message;
  }
}

// The 12 bytes that stand before a raw Ed25519 key in SubjectPublicKeyInfo.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

function ed25519(key, body, headers) {
  const raw = Buffer.from(key.slice('whpk_'.length), 'base64');
  const open = crypto.createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  const content = Buffer.concat([Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`), body]);
  const signatures = headers['webhook-signature'].split(' ').filter((part) => part.startsWith('v1a,'));
  if (!signatures.some((part) => crypto.verify(null, content, open, Buffer.from(part.slice('v1a,'.length), 'base64'))))
    throw new Error('No matching signature found');
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const { key, headers, body } = JSON.parse(line);
  const bytes = Buffer.from(body, 'base64');
  const verdicts = key.startsWith('whpk_')
    ? { node: verdict(() => ed25519(key, bytes, headers)) }
    : {
        standardwebhooks: verdict(() => new standard.Webhook(key).verify(bytes, headers, { jsonParse: false })),
        svix: verdict(() => new svix.Webhook(key).verify(bytes, headers)),
      };
  console.log(JSON.stringify(verdicts));
});
