"use strict";
(function () {
  const main = document.querySelector("main");
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  main.append(said);

  function name(code) {
    const row = code.closest("dd");
    const title = row ? row.previousElementSibling : null;
    return title ? ": " + title.textContent : "";
  }

  function button(code) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "copy";
    made.textContent = main.dataset.copyLabel;
    made.setAttribute("aria-label", main.dataset.copyLabel + name(code));
    made.addEventListener("click", function () {
      navigator.clipboard.writeText(code.textContent).then(function () {
        made.textContent = main.dataset.copiedLabel;
        said.textContent = main.dataset.copiedLabel + name(code);
        setTimeout(function () {
          made.textContent = main.dataset.copyLabel;
          said.textContent = "";
        }, 2000);
      }, function () {
        getSelection().selectAllChildren(code);
      });
    });
    code.after(made);
  }

  document.querySelectorAll("[data-copy]").forEach(button);

  const live = document.querySelector("[data-progress]");
  if (!live) {
    return;
  }
  const count = document.getElementById("count");
  const bar = live.querySelector("progress");

  function word(status) {
    const found = document.querySelector("#words [data-status=" + CSS.escape(status) + "]");
    return found ? found.textContent : status;
  }

  function show(check) {
    const item = live.querySelector("[data-check=" + CSS.escape(check.id) + "]");
    if (item) {
      const pill = item.firstElementChild;
      pill.className = "pill is-" + check.status;
      pill.querySelector("use").setAttribute("href", "#icon-" + check.status);
      pill.lastElementChild.textContent = ": " + word(check.status);
    }
  }

  function update(progress) {
    if (live.dataset.while) {
      if (progress.status === live.dataset.while) {
        setTimeout(poll, 1500);
      } else {
        location.reload();
      }
      return;
    }
    progress.checks.forEach(show);
    if (progress.total) {
      bar.max = progress.total;
      bar.value = progress.done;
      const text = live.dataset.count.replace("{done}", progress.done).replace("{total}", progress.total);
      if (count.textContent !== text) {
        count.textContent = text;
      }
    }
    if (progress.status === "done" || progress.status === "failed") {
      location.reload();
    } else {
      setTimeout(poll, 700);
    }
  }

  function poll() {
    fetch(live.dataset.progress, { cache: "no-store", headers: { accept: "application/json" } })
      .then(function (reply) {
        if (reply.ok) {
          return reply.json().then(update);
        }
        location.reload();
      })
      .catch(function () {
        setTimeout(poll, 3000);
      });
  }

  setTimeout(poll, 500);
})();
