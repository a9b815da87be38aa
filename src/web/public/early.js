// Runs before the first paint, so that a dark room stays dark while the application loads.
(function () {
  var stored = localStorage.getItem('court-custody.colour');
  var dark = stored ? stored === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  var root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.style.colorScheme = dark ? 'dark' : 'light';
  root.style.background = dark ? '#10141a' : '#f4f6f8';
  root.lang = localStorage.getItem('court-custody.language') === 'en' ? 'en' : 'zh-CN';
})();
