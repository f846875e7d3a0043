# Nur was mit Sie anders lautet; alles Übrige steht in der Datei unter de.
wish-title = Ihre Wünsche
wish-intro = Was Sie sich von Ihrem Tandem in { $programme } wünschen. Wer für Ihr Tandem vorgeschlagen ist, liest es mit dem Vorschlag, und Ihr Gegenüber in Ihrem gemeinsamen Kanal; sonst zeige ich es niemandem. Was leer bleibt, erscheint nicht, und ändern oder löschen lässt sich alles auch später.
wish-mentee-modal-title = Das liest Ihre Mentorin oder Ihr Mentor
wish-mentor-modal-title = Das liest Ihr Gegenüber als Mentee
wish-learn-label = Was würde ich gern von Ihnen lernen?
wish-placeholder = Das liest, wer Ihnen vorgeschlagen wird, und Sie beide in Ihrem Kanal.
wish-noted-shown = Vermerkt. Ihr Gegenüber liest es in Ihrem gemeinsamen Kanal.
wish-noted-later = Vermerkt. Wer für Ihr Tandem vorgeschlagen wird, liest es mit dem Vorschlag, und Ihr Gegenüber, sobald Ihr Tandem offen ist.
wish-agreed-post = Sie haben Ihre Absprache beide bestätigt.
