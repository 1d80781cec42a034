package dev.mailcheck.cli;

/** The options that only {@code mailcheck serve} has. */
enum ServeOption implements OptionRow {
    LISTEN("--listen", "HOST:PORT", "where to listen for HTTP; default: 127.0.0.1:8025"),
    DATA("--data", "DIR", "where results are kept; default: ~/.local/share/mailcheck"),
    URL("--url", "URL", "how the service is reached from outside, as https://check.example.com"),
    OPEN("--open", "", "anybody may ask for checks, without an API key"),
    BEHIND_PROXY("--behind-proxy", "", "a proxy of yours says in X-Forwarded-For who asks"),
    SMTP("--smtp", "HOST:PORT", "receive test mails here, as 0.0.0.0:25; default: not at all"),
    CHECK_ADDRESS("--check-address", "ADDRESS", "where test mails are sent, as check@mail.example"),
    MAIL_DOMAIN("--mail-domain", "NAME", "the same as --check-address check@NAME"),
    TLS_CERT("--tls-cert", "FILE", "PEM certificates for STARTTLS; default: one that is self-made"),
    TLS_KEY("--tls-key", "FILE", "PEM key of --tls-cert"),
    SMARTHOST("--smarthost", "HOST:PORT", "your mail server, which delivers answers by mail"),
    NO_ANSWERS("--no-answers", "", "answer no mail; results are on pages alone"),
    ANSWER_ONLY("--answer-only", "DOMAIN", "answer mails of this domain alone", true),
    MAIL_DAYS("--mail-days", "N", "days that mails are kept as they came; default: 3"),
    COUNTS("--counts", "", "print what was answered and what not, of seven days, and end"),
    NEW_KEY("--new-key", "NAME", "make an API key for NAME, print it, and end"),
    REMOVE_KEY("--remove-key", "NAME", "remove the API keys of NAME, and end"),
    DEMO("--demo", "", "the sample world of mailcheck demo, for a first look; keeps nothing");

    private final String word;
    private final String parameter;
    private final String description;
    private final boolean repeatable;

    ServeOption(String word, String parameter, String description) {
        this(word, parameter, description, false);
    }

    ServeOption(String word, String parameter, String description, boolean repeatable) {
        this.word = word;
        this.parameter = parameter;
        this.description = description;
        this.repeatable = repeatable;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String parameter() {
        return parameter;
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public String description() {
        return description;
    }
}
