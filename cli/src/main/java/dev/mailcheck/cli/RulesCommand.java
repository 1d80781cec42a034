package dev.mailcheck.cli;

import dev.mailcheck.render.RulesPage;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Optional;

/** {@code mailcheck rules [CODE]}: what a finding means and how to mend it. */
final class RulesCommand {
    private final Environment environment;

    RulesCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        Words words = new Words(new SettingsReader(arguments, environment).language());
        RulesPage page = new RulesPage(words, environment.colour());
        if (arguments.positional().isEmpty()) {
            environment.out().print(page.all());
        }
        for (String code : arguments.positional()) {
            environment.out().print(explained(page, code));
        }
        return ExitCode.OK;
    }

    private static String explained(RulesPage page, String code) throws UsageException {
        Optional<String> text = page.of(code);
        if (text.isPresent()) {
            return text.get();
        }
        List<String> similar = page.similar(code);
        String hint = similar.isEmpty() ? "" : "; did you mean " + String.join(", ", similar) + "?";
        throw new UsageException("there is no finding " + Values.shown(code) + hint);
    }
}
