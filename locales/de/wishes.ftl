# Was Menschen sich von ihrem Tandem wünschen und was sie erwarten, für ihr Gegenüber zu lesen.

wish-title = Deine Wünsche
wish-intro = Was du dir von deinem Tandem in { $programme } wünschst. Wer für dein Tandem vorgeschlagen ist, liest es mit dem Vorschlag, und dein Gegenüber in eurem Kanal; sonst zeige ich es niemandem. Was leer bleibt, erscheint nicht, und ändern oder löschen lässt sich alles auch später.
wish-mine-button = Meine Wünsche
wish-mentee-button = Als Mentee schreiben
wish-mentor-button = Als Mentor:in schreiben
wish-mentee-modal-title = Das liest deine Mentorin oder dein Mentor
wish-mentor-modal-title = Das liest dein Gegenüber als Mentee
wish-digital-label = Wo möchte ich digitaler werden?
wish-matters-label = Was ist mir am wichtigsten?
wish-questions-label = Welche Fragen bringe ich mit?
wish-mentee-expects-label = Was erwarte ich, und was nicht?
wish-learn-label = Was würde ich gern von dir lernen?
wish-mentor-expects-label = Was erwarte ich, und was nicht?
wish-placeholder = Das liest, wer dir vorgeschlagen wird, und ihr beide in eurem Kanal.
wish-noted-shown = Vermerkt. Dein Gegenüber liest es in eurem Kanal.
wish-noted-later = Vermerkt. Wer für dein Tandem vorgeschlagen wird, liest es mit dem Vorschlag, und dein Gegenüber, sobald euer Tandem offen ist.
wish-cleared = Vermerkt: Im Moment steht hier nichts.

## Im Kanal

wish-of-mentee = Was { $person } (Mentee) sich wünscht
wish-of-mentor = Was { $person } (Mentor:in) sich wünscht
wish-none = Hier steht im Moment nichts.
wish-agreed-post = Ihr habt eure Absprache beide bestätigt.
