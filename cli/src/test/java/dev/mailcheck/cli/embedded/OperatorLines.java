package dev.mailcheck.cli.embedded;

import java.util.List;

/** What an operator hears, in lists. */
final class OperatorLines {
    private OperatorLines() {}

    static OperatorNews into(List<String> notes, List<RuntimeException> faults) {
        return new OperatorNews() {
            @Override
            public void note(String line) {
                notes.add(line);
            }

            @Override
            public void told(RuntimeException fault) {
                faults.add(fault);
            }
        };
    }
}
