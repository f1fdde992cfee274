// The npm package `oauth2-mock-server` with what SMART adds to OAuth. Prints its issuer; then each line of standard
// input says what the next launch is given: {reply, claims, wanted}.

const { createInterface } = require("readline");
const { OAuth2Server } = require("oauth2-mock-server");

let next = { reply: {}, claims: {}, wanted: {} };

async function run() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  server.issuer.url = `http://127.0.0.1:${server.address().port}`;
  // It lets anybody in: an EHR compares a launch with what was registered.
  server.service.on("beforeAuthorizeRedirect", (redirect, request) => {
    if (Object.entries(next.wanted).some(([name, value]) => request.query[name] !== value)) {
      redirect.url.searchParams.delete("code");
      redirect.url.searchParams.set("error", "invalid_request");
    }
  });
  server.service.on("beforeTokenSigning", (token) => Object.assign(token.payload, next.claims));
  server.service.on("beforeResponse", (response) => Object.assign(response.body, next.reply));
  console.log(server.issuer.url);
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      next = JSON.parse(line);
      console.log("ready");
    })
    .on("close", () => process.exit());
}

run();
