// Sends a form as its button would, without leaving the page; gives the server's answer, and throws where there is none
// to use, so that the form can go the long way.
export async function sendBy(button, form) {
  const body = new FormData(form);
  body.append(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return answer.json();
}
