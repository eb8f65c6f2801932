// «Snel weg»: replaces this page so that the back button does not bring it back. Without this file it is a plain link.

for (const link of document.querySelectorAll(".quick-exit")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.body.hidden = true;
    window.location.replace(link.href);
  });
}
