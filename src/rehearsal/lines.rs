//! What the simulated people write: tasks, notes and remarks of the kind that colleagues leave each other. They are
//! what somebody types, not what the bot says, so they are no part of the catalogues. The German ones address nobody,
//! so that they fit tandems with du and with Sie.

/// A language's lines.
pub struct Lines {
    /// Small tasks.
    pub tasks: &'static [&'static str],
    /// Links that may come with one.
    pub links: &'static [&'static str],
    /// Notes on what worked.
    pub worked: &'static [&'static str],
    /// Notes on where it is stuck.
    pub stuck: &'static [&'static str],
    /// What people write to each other in their room.
    pub chat: &'static [&'static str],
    /// Where they meet.
    pub places: &'static [&'static str],
    /// What they put down for the next agenda.
    pub points: &'static [&'static str],
    /// Wishes of mentees, one after another.
    pub mentee_wishes: &'static [&'static str],
    /// Wishes of mentors.
    pub mentor_wishes: &'static [&'static str],
    /// Tasks from mentees to mentors.
    pub back_tasks: &'static [&'static str],
    /// Calls for support.
    pub support: &'static [&'static str],
    /// What somebody writes who was away for long.
    pub back: &'static [&'static str],
    /// What somebody writes who leaves the company.
    pub farewell: &'static [&'static str],
    /// Tips and insights, and which of the two each one is.
    pub practices: &'static [(&'static str, &'static str)],
    /// With what a coordinator returns one.
    pub returns: &'static [&'static str],
    /// Remarks to pass on without a name.
    pub remarks: &'static [&'static str],
    /// What a programme is for.
    pub aims: &'static [&'static str],
    /// Where people work.
    pub departments: [&'static str; 6],
    /// The name of a list of people, and the name and the text of a file for mentors.
    pub files: [&'static str; 3],
    /// Where it is opened for everybody.
    pub halls: &'static [&'static str],
    /// Questions and concerns before it begins.
    pub worries: &'static [&'static str],
    /// What is announced to everybody.
    pub to_all: &'static [&'static str],
    /// What is announced to mentors.
    pub to_mentors: &'static [&'static str],
    /// Lines of a joint look-back.
    pub look_backs: &'static [&'static str],
}

/// German.
pub const GERMAN: Lines = Lines {
    tasks: &[
        "Im Kalender freigeben, wann Gespräche möglich sind, und den Link einmal verschicken.",
        "Das Headset mit dem Telefon koppeln und damit einen Anruf führen.",
        "Eine Besprechung mit automatischer Mitschrift aufzeichnen und zwei Fehler darin suchen.",
        "Ein Dokument zu zweit gleichzeitig bearbeiten und ausprobieren, was die Kommentare können.",
        "Drei Kanäle stummschalten, die nur ablenken, und eine Woche beobachten, ob etwas fehlt.",
        "Einen KI-Assistenten eine Tagesordnung entwerfen lassen und dann streichen, was nicht passt.",
        "Im Intranet das eigene Profil ergänzen: Foto, zwei Themen, eine Frage an alle.",
        "Einer Fachperson im Netz folgen und aufschreiben, was daran neu war.",
        "Mit dem Telefon ein Dokument einscannen und im richtigen Ordner ablegen.",
        "Das Passwort an einer Stelle durch den Passwortmanager ersetzen.",
        "Eine Umfrage mit drei Fragen bauen und im Team ausprobieren.",
        "Bei einer Nachricht prüfen, woher das Bild stammt.",
        "Die Daten aus dem Monatsbericht als Diagramm zeigen, das ohne Erklärung auskommt.",
        "Eine Aufgabe auf dem digitalen Brett anlegen und bis zum Ende durchziehen.",
        "Zehn Minuten lang ein Werkzeug erkunden, das im Team alle anderen schon benutzen.",
        "Eine Sprachnachricht statt einer langen Mail schicken und nachfragen, wie sie ankam.",
    ],
    links: &["https://intranet.example/hilfe/kalender", "https://lernen.example/kurz-erklaert"],
    worked: &[
        "Ging schneller als gedacht.",
        "Hat beim zweiten Mal geklappt, der Knopf ist gut versteckt.",
        "Das Team hat gleich mitgemacht.",
        "Am Telefon ist es anders als am Rechner, aber es geht.",
    ],
    stuck: &[
        "Das Menü sieht bei mir anders aus.",
        "Dafür fehlt mir offenbar eine Berechtigung.",
        "Nach der Anmeldung kommt nur eine leere Seite.",
        "Ich finde die Stelle nicht wieder, die wir uns angesehen haben.",
    ],
    chat: &[
        "Donnerstag um zehn bei mir im dritten Stock?",
        "Passt. Ich bringe das Tablet mit.",
        "Der Tipp mit der Suche hat mir heute eine Stunde gespart.",
        "Können wir nächstes Mal über die Videokonferenz-Software sprechen?",
        "Gern. Ich habe auch eine Frage an den Vertrieb, da hilft Erfahrung.",
        "Danke für vorhin, das war sehr anschaulich.",
    ],
    places: &["3. Stock, Raum Elbe", "Kantine, hinten am Fenster", "https://video.example/tandem", ""],
    points: &[
        "Wie kopple ich das Headset mit beiden Geräten?",
        "Wer darf eigentlich lesen, was im Team-Laufwerk liegt?",
        "Welche der drei Apps lohnt sich wirklich?",
        "Wie läuft eine Budgetrunde ab, und wer sitzt da?",
        "Einmal gemeinsam die Einstellungen durchgehen",
    ],
    mentee_wishes: &[
        "Besprechungen so führen, dass auch die an den Bildschirmen zu Wort kommen.",
        "Keine Angst mehr vor neuen Werkzeugen.",
        "Welche Werkzeuge im Team wirklich benutzt werden, und warum.",
    ],
    mentor_wishes: &[
        "Wie eine Entscheidung reift, bevor sie jemand verkündet.",
        "Wie Gespräche mit schwierigen Kunden gelingen.",
    ],
    back_tasks: &[
        "Einen Nachmittag lang in der Runde der Bereichsleitung zuhören und notieren, wie dort entschieden wird.",
        "Das Organigramm einmal so aufzeichnen, wie die Arbeit wirklich läuft.",
        "Den letzten Quartalsbericht lesen und drei Fragen dazu mitbringen.",
    ],
    support: &[
        "Wir finden seit Wochen keinen Termin, und ich weiß nicht, wie ich das ansprechen soll.",
        "Meine Vorgesetzte weiß nicht, wie viel Zeit das Tandem braucht. Wie lässt sich das klären?",
        "Mir gehen die Ideen aus, was wir als Nächstes angehen könnten.",
    ],
    back: &[
        "Tut mir leid, hier war Jahresabschluss. Ab nächster Woche habe ich wieder Luft.",
        "Bin wieder da! Donnerstagnachmittag würde mir passen.",
    ],
    farewell: &["Heute ist mein letzter Tag im Unternehmen. Danke für alles, das hat mir viel gebracht."],
    practices: &[
        (
            "tip",
            "Den Kalender am Montagmorgen zehn Minuten lang zu zweit durchgehen: Was davon kann eine Nachricht sein?",
        ),
        ("insight", "Niemand im Team wusste, wo die Vorlagen liegen. Wir hatten es nur nie gefragt."),
        ("tip", "Bildschirmfotos mit einem Pfeil darin erklären mehr als jede Anleitung."),
        ("insight", "Wer oben im Organigramm steht, erfährt als Letzter, welches Werkzeug alle benutzen."),
        ("tip", "Neue Werkzeuge zuerst an etwas ausprobieren, das schiefgehen darf."),
        ("insight", "Fünf Minuten am Anfang ohne Thema haben mehr gebracht als die längste Agenda."),
        ("tip", "In jeder Videokonferenz eine Person bestimmen, die nur auf den Chat achtet."),
        ("insight", "Fragen ist schneller als suchen, wenn vorher feststeht, wen."),
    ],
    returns: &[
        "Schön konkret. Der Name des Kunden sollte noch heraus, dann veröffentliche ich es gern.",
        "Könnte noch ein Satz dazu, für wen das nützlich ist?",
    ],
    remarks: &[
        "Die Treffen liegen oft auf dem Freitagnachmittag, weil vorher niemand Zeit hat.",
        "Mehr Austausch zwischen den Tandems wäre gut.",
        "Die Führungskräfte sollten wissen, dass die Stunde im Monat Arbeitszeit ist.",
        "Bitte so weitermachen.",
    ],
    aims: &["Wer führt, soll die Werkzeuge kennen, mit denen alle anderen arbeiten."],
    departments: [
        "Vertrieb Innendienst",
        "Einkauf Technik",
        "Logistik Hamburg",
        "Personalwesen",
        "Finanzen und Recht",
        "Werk Lüneburg",
    ],
    files: ["einladungen.csv", "leitfaden.txt", "1. Fragen\n2. Zuhören\n3. Eine kleine Aufgabe"],
    halls: &["Betriebsrestaurant, Halle B"],
    worries: &[
        "Erfährt meine Vorgesetzte, was ich im Tandem nicht kann?",
        "Zählt die Zeit für das Tandem als Arbeitszeit?",
        "Was passiert, wenn wir uns nicht verstehen?",
    ],
    to_all: &[
        "Antworten auf häufige Fragen zum Programm stehen jetzt im Intranet.",
        "Am Donnerstag um 16 Uhr gibt es im dritten Stock Kaffee für alle, die mitmachen.",
    ],
    to_mentors: &["Ein kurzer Leitfaden für das zweite Treffen hängt an, zum Mitnehmen oder Weglassen."],
    look_backs: &[
        "Die halbe Stunde ohne Agenda zu Beginn.",
        "Dass Fragen stellen kein Zeichen von Schwäche ist.",
        "Aufgaben klein halten und gleich ausprobieren.",
        "Öfter kurz schreiben statt lange warten.",
        "Wie schnell ein Werkzeug vertraut wird, wenn jemand danebensitzt.",
        "Wie eine Entscheidung entsteht, bevor sie auf einer Folie steht.",
    ],
};

/// English.
pub const ENGLISH: Lines = Lines {
    tasks: &[
        "Share from your calendar when you can be booked, and send somebody the link.",
        "Pair the headset with your phone and take one call with it.",
        "Record a meeting with automatic notes and look for two mistakes in them.",
        "Edit one document at the same time as somebody else and try the comments.",
        "Mute three channels that only distract, and watch for a week whether you miss anything.",
        "Let an AI assistant draft an agenda, then cross out what does not fit.",
        "Complete your intranet profile: photo, two subjects, one question to everybody.",
        "Follow an expert online and write down one thing that was new.",
        "Scan a paper with your phone and file it where it belongs.",
        "Move one password into the password manager.",
        "Build a survey of three questions and try it on the team.",
        "Take one news picture and find out where it comes from.",
        "Show the numbers of the monthly report as one chart that needs no explanation.",
        "Put one piece of work on the digital board and see it through.",
        "Explore for ten minutes a tool that everybody else in the team uses already.",
        "Send a voice message instead of a long mail and ask how it was received.",
    ],
    links: &["https://intranet.example/help/calendar", "https://learning.example/in-brief"],
    worked: &[
        "Quicker than I thought.",
        "Second attempt; the button is well hidden.",
        "The team joined in at once.",
        "It looks different on the phone, but it works.",
    ],
    stuck: &[
        "The menu looks different on my side.",
        "I seem to lack a permission for it.",
        "After signing in there is only an empty page.",
        "I cannot find the place again that we looked at.",
    ],
    chat: &[
        "Thursday at ten, my office on the third floor?",
        "Fine. I will bring the tablet.",
        "The search trick saved me an hour today.",
        "Could we talk about the video software next time?",
        "Gladly. I have a question about sales, where your experience would help.",
        "Thank you for earlier, that was very clear.",
    ],
    places: &[
        "3rd floor, room Elbe",
        "Canteen, at the back by the window",
        "https://video.example/tandem",
        "",
    ],
    points: &[
        "How do I pair the headset with both devices?",
        "Who can read what lies on the team drive?",
        "Which of the three apps is worth the trouble?",
        "How does a budget round go, and who is in it?",
        "Go through the settings together once",
    ],
    mentee_wishes: &[
        "Leading meetings in which those on the screens get a word in as well.",
        "Losing my fear of new tools.",
        "What do you use among yourselves, and why?",
    ],
    mentor_wishes: &[
        "How a decision ripens before anybody announces it.",
        "How talks with difficult customers go well.",
    ],
    back_tasks: &[
        "Listen for an afternoon to the round of department heads and note how things get decided there.",
        "Draw the organisation once as the work really flows.",
        "Read the last quarterly report and bring three questions about it.",
    ],
    support: &[
        "We have not found a date for weeks, and I do not know how to raise it.",
        "My manager does not know how much time the tandem takes. How can that be settled?",
        "I am running out of ideas for what we could take up next.",
    ],
    back: &[
        "Sorry, we were closing the year here. From next week on I have air again.",
        "I am back! Thursday afternoon would suit me.",
    ],
    farewell: &["Today is my last day at the company. Thank you for everything, I learned a lot."],
    practices: &[
        (
            "tip",
            "Go through the calendar together for ten minutes on Monday morning: what of it can be a message?",
        ),
        ("insight", "Nobody in the team knew where the templates are. We had just never asked."),
        ("tip", "Screenshots with an arrow in them explain more than any manual."),
        ("insight", "Whoever is at the top of the chart is the last to learn which tool everybody uses."),
        ("tip", "Try new tools first on something that may go wrong."),
        ("insight", "Five minutes without a subject at the start were worth more than the longest agenda."),
        ("tip", "In each video meeting, name one person who only watches the chat."),
        ("insight", "Asking is quicker than searching, once you know whom."),
    ],
    returns: &[
        "Nicely concrete. The customer's name should come out, then I will gladly publish it.",
        "Could you add a sentence on whom this is useful for?",
    ],
    remarks: &[
        "The meetings often fall on Friday afternoon, because nobody has time before.",
        "More exchange between the tandems would be good.",
        "Managers should know that the hour a month is working time.",
        "Please keep it up.",
    ],
    aims: &["Those who lead should know the tools that everybody else works with."],
    departments: [
        "Inside sales",
        "Technical purchasing",
        "Logistics, Hamburg",
        "Human resources",
        "Finance and law",
        "Plant Lüneburg",
    ],
    files: ["invitations.csv", "guide.txt", "1. Ask\n2. Listen\n3. One small task"],
    halls: &["Canteen, hall B"],
    worries: &[
        "Will my manager learn what I cannot do in the tandem?",
        "Does the time for the tandem count as working time?",
        "What happens if we do not get on?",
    ],
    to_all: &[
        "Answers to frequent questions about the programme are on the intranet now.",
        "On Thursday at four there is coffee on the third floor for everybody who takes part.",
    ],
    to_mentors: &["A short guide for the second meeting is attached, to use or to leave."],
    look_backs: &[
        "The half hour without an agenda at the start.",
        "That asking is no sign of weakness.",
        "Keeping tasks small and trying them at once.",
        "Writing briefly and often instead of waiting for long.",
        "How soon a tool feels familiar when somebody sits beside you.",
        "How a decision comes about before it stands on a slide.",
    ],
};
