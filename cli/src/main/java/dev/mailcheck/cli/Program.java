package dev.mailcheck.cli;

import dev.mailcheck.report.Tool;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** From the words of the command line to the exit code. */
final class Program {
    private static final Set<String> NOT_BUILT = Set.of("bulk", "stats", "reports");
    private static final Set<String> COMMANDS =
            Set.of("domain", "demo", "mail", "rules", "serve", "bot", "worker");

    /** The user's standing options are about reports, of which these make none. */
    private static final Set<String> OWN_OPTIONS = Set.of("rules", "serve", "bot", "worker");

    private final Environment environment;

    Program(Environment environment) {
        this.environment = environment;
    }

    int run(String[] words) {
        try {
            refuseWhatIsNotBuilt(words);
            ParseResult root = CommandTree.build().parseArgs(withOptionsFile(words));
            if (root.hasSubcommand()) {
                refuseWhatStandsBefore(root.subcommand().commandSpec().name(), words);
            }
            return run(root);
        } catch (UsageException badInput) {
            return complain(badInput.line());
        } catch (ParameterException badUsage) {
            return complain(oneLine(badUsage));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError ours) {
            environment.err().println("mailcheck: an error of ours, please report it: " + ours);
            if (environment.variable("MAILCHECK_DEBUG").isPresent()) {
                ours.printStackTrace(environment.err());
            }
            return ExitCode.INTERNAL;
        }
    }

    private int run(ParseResult root) throws UsageException {
        ParseResult parsed = root.hasSubcommand() ? root.subcommand() : root;
        CommandLine command = parsed.commandSpec().commandLine();
        if (parsed.isUsageHelpRequested()) {
            environment.out().print(command.getUsageMessage());
            return ExitCode.OK;
        }
        if (parsed.isVersionHelpRequested()) {
            environment.out().println(Tool.name());
            return ExitCode.OK;
        }
        Arguments arguments = new Arguments(parsed);
        return switch (parsed.commandSpec().name()) {
            case "rules" -> new RulesCommand(environment).run(arguments);
            case "serve" -> new ServeCommand(environment).run(arguments);
            case "bot" -> new BotCommand(environment).run(arguments);
            case "worker" -> new WorkerCommand(environment).run(arguments);
            case "demo" -> new DemoCommand(environment).run(arguments);
            case "mail" -> new MailCommand(environment).run(arguments);
            default -> new DomainCommand(environment).run(arguments);
        };
    }

    private static void refuseWhatIsNotBuilt(String[] words) throws UsageException {
        if (words.length > 0 && NOT_BUILT.contains(words[0])) {
            throw new UsageException("\"" + words[0] + "\" is not built yet in this version");
        }
    }

    /** An option there would be the main command's, and count for nothing. */
    private static void refuseWhatStandsBefore(String command, String[] words)
            throws UsageException {
        if (!command.equals(words[0])) {
            throw new UsageException(
                    "\""
                            + command
                            + "\" has to come first, and the options behind it: mailcheck "
                            + command
                            + " …");
        }
    }

    /** The user's standing options come first, so that those on the command line win. */
    private String[] withOptionsFile(String[] words) throws UsageException {
        for (String word : words) {
            if (word.startsWith("@") && !Files.isReadable(Path.of(word.substring(1)))) {
                throw new UsageException("there is no options file " + Values.shown(word));
            }
        }
        List<String> all = new ArrayList<>(Arrays.asList(words));
        boolean named = words.length > 0 && COMMANDS.contains(words[0]);
        if (!named || !OWN_OPTIONS.contains(words[0])) {
            environment
                    .optionsFile()
                    .filter(Files::isReadable)
                    .ifPresent(file -> all.add(named ? 1 : 0, "@" + file));
        }
        return all.toArray(String[]::new);
    }

    private int complain(String line) {
        environment.err().println("mailcheck: " + line);
        return ExitCode.USAGE;
    }

    private static String oneLine(ParameterException badUsage) {
        String message = Objects.requireNonNullElse(badUsage.getMessage(), "wrong usage");
        return message.lines().findFirst().orElse(message).replaceAll("\\p{Cntrl}", "\uFFFD")
                + " (mailcheck --help lists the options)";
    }
}
