package dev.mailcheck.bot.message;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.ReportReader;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the pages that the pictures of docs/slack.md are taken of: {@code Pictures FOLDER LANGUAGE
 * REPORT.json}, where the report is one of {@code mailcheck demo --json}.
 */
final class Pictures {
    private static final CheckButtons BUTTONS =
            new CheckButtons(
                    new Secret("0123456789abcdef0123456789abcdef"),
                    Optional.of(URI.create("https://check.example.com")));

    private Pictures() {}

    public static void main(String[] words) throws IOException {
        Path folder = Files.createDirectories(Path.of(words[0]));
        Language language = Language.of(words[1]).orElseThrow();
        Report report =
                new ReportReader(Jsonb.instance())
                        .read(Files.readString(Path.of(words[2])), BUTTONS.id().text());
        Say say = Say.in(language);
        String only = language == Language.JA ? "あなただけに表示されています" : "Only visible to you";
        write(folder, "running", Preview.page(only, List.of(running(report, say))));
        write(
                folder,
                "result",
                Preview.page(only, List.of(ResultMessage.of(report, BUTTONS, say))));
        write(
                folder,
                "shared",
                Preview.page("", List.of(ResultMessage.shared(report, "alice", BUTTONS, say))));
        write(
                folder,
                "details",
                Preview.window(say.of("details.title"), DetailsView.parts(report, say)));
        write(folder, "help", Preview.page(only, List.of(HelpMessage.of("/mailcheck", 4, say))));
    }

    private static Message running(Report report, Say say) {
        StoredRun run =
                new StoredRun(
                        "k",
                        new Domain(report.domain()),
                        Optional.empty(),
                        RunStatus.RUNNING,
                        16,
                        Map.of(
                                CheckId.SPF, Status.PASS,
                                CheckId.DMARC, Status.PASS,
                                CheckId.TLS_RPT, Status.WARN,
                                CheckId.BIMI, Status.WARN,
                                CheckId.MX, Status.PASS,
                                CheckId.DNSBL, Status.PASS),
                        Instant.EPOCH,
                        Instant.EPOCH);
        return RunningMessage.of(run, BUTTONS, say);
    }

    private static void write(Path folder, String name, String html) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), html);
    }
}
