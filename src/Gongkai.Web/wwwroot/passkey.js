// Asks the browser for a passkey and posts its answer. Without it the page works with a password; it is shown only where it can work.
(() => {
  const decode = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
  const encode = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const ids = list => (list || []).map(one => ({ ...one, id: decode(one.id) }));

  const question = (kind, json) => {
    const asked = JSON.parse(json);
    asked.challenge = decode(asked.challenge);
    asked.allowCredentials = ids(asked.allowCredentials);
    asked.excludeCredentials = ids(asked.excludeCredentials);
    if (kind === "create") asked.user.id = decode(asked.user.id);
    return { publicKey: asked };
  };

  const answer = made => JSON.stringify({
    id: made.id,
    rawId: encode(made.rawId),
    type: made.type,
    clientExtensionResults: made.getClientExtensionResults(),
    authenticatorAttachment: made.authenticatorAttachment,
    response: Object.fromEntries(["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .filter(name => made.response[name])
      .map(name => [name, encode(made.response[name])])
      .concat(made.response.getTransports ? [["transports", made.response.getTransports()]] : [])),
  });

  if (!window.PublicKeyCredential || !window.isSecureContext) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async event => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      const kind = form.dataset.passkey;
      try {
        form.elements.credential.value = answer(await navigator.credentials[kind](question(kind, form.dataset.options)));
        form.submit();
      } catch {
        const error = form.querySelector(".error");
        error.textContent = "设备没有完成验证。请再试一次，或者用口令。";
        error.hidden = false;
      }
    });
  }
})();
