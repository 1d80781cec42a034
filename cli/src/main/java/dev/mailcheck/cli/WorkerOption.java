package dev.mailcheck.cli;

/** The options that only {@code mailcheck worker} has. */
enum WorkerOption implements OptionRow {
    ACTIVITY("--activity", "ARN", "the Activity that the template's outputs name"),
    DEMO("--demo", "", "the sample world in place of the internet, to try an installation out");

    private final String word;
    private final String parameter;
    private final String description;

    WorkerOption(String word, String parameter, String description) {
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
