package dev.mailcheck.cli;

/** The options that only {@code mailcheck worker} has. */
enum WorkerOption implements OptionRow {
    ACTIVITY("--activity", "ARN", "the Activity that the template's outputs name"),
    DEMO("--demo", "", "the sample world in place of the internet, to try an installation out");

    private final Row row;

    WorkerOption(String word, String parameter, String description) {
        this.row = new Row(word, parameter, false, description);
    }

    @Override
    public Row row() {
        return row;
    }
}
