package dev.mailcheck.cli;

/** The options that only {@code mailcheck serve} has. */
enum ServeOption implements OptionRow {
    LISTEN("--listen", "HOST:PORT", "where to listen for HTTP; default: 127.0.0.1:8025"),
    DATA("--data", "DIR", "where results are kept; default: ~/.local/share/mailcheck"),
    URL("--url", "URL", "how the service is reached from outside, as https://check.example.com"),
    OPEN("--open", "", "anybody may ask for checks, without an API key"),
    BEHIND_PROXY("--behind-proxy", "", "a proxy of yours says in X-Forwarded-For who asks"),
    NEW_KEY("--new-key", "NAME", "make an API key for NAME, print it, and end"),
    REMOVE_KEY("--remove-key", "NAME", "remove the API keys of NAME, and end"),
    DEMO("--demo", "", "the sample world of mailcheck demo, for a first look; keeps nothing");

    private final String word;
    private final String parameter;
    private final String description;

    ServeOption(String word, String parameter, String description) {
        this.word = word;
        this.parameter = parameter;
        this.description = description;
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
        return false;
    }

    @Override
    public String description() {
        return description;
    }
}
