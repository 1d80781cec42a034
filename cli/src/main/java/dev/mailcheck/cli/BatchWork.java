package dev.mailcheck.cli;

import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.render.JsonRenderer;
import dev.mailcheck.report.Report;
import dev.mailcheck.run.MailAnalysis;
import dev.mailcheck.run.Progress;

import io.avaje.jsonb.Jsonb;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes of one line of a batch the line that answers it. */
final class BatchWork {
    private final Environment environment;
    private final Settings settings;
    private final MailAnalysis analysis;
    private final MailOptions options;
    private final Path folder;
    private final Reporting reporting;
    private final JsonRenderer renderer = new JsonRenderer(Jsonb.instance());
    private final ExecutorService inline = new InlineExecutor();
    private final ExecutorService online =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("probe-", 0).factory());

    /**
     * @param folder that files of mails are named from
     */
    BatchWork(
            Environment environment,
            Settings settings,
            MailAnalysis analysis,
            MailOptions options,
            Path folder) {
        this.environment = environment;
        this.settings = settings;
        this.analysis = analysis;
        this.options = options;
        this.folder = folder;
        this.reporting = new Reporting(environment, settings);
    }

    /**
     * The answer to one line.
     *
     * @param text one JSON object, with its line end
     * @param grade empty where the line could not be read
     */
    record Answer(String text, Optional<Grade> grade) {}

    /**
     * Answers; whatever is in the line, something is said to it.
     *
     * @param number of the line, from 1
     */
    Answer answer(BatchLines.Line line, long number) {
        String id = "null";
        try {
            if (line.tooLong()) {
                return error(id, number, "longer than any case");
            }
            LongMail longMail = new LongMail(line.text());
            Map<String, Object> object = BatchCase.object(longMail.lineWithout());
            Object named = object.get("id");
            id = named == null ? id : json(named);
            return report(id, BatchCase.of(object, longMail.base64(), folder, options));
        } catch (BatchCase.Unreadable unreadable) {
            return error(id, number, unreadable.why());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError ours) {
            return error(id, number, "an error of ours, please report it: " + ours);
        }
    }

    private Answer report(String id, BatchCase batchCase) {
        Optional<ZoneDns> zone = batchCase.zone().or(() -> settings.dns().zone());
        CheckOptions own = settings.options();
        Instant at =
                batchCase.clock().or(() -> settings.at()).orElseGet(environment.clock()::instant);
        Seen seen =
                analysis.observe(
                        batchCase.mail(),
                        zone.isPresent() ? own.withoutNetwork() : own.withoutSmtp(),
                        zone,
                        at,
                        zone.isPresent() ? inline : online,
                        Progress.NONE);
        Report report = reporting.report(seen, at);
        String text = "{\"case\":" + id + "," + renderer.line(report).substring(1);
        return new Answer(text, Optional.of(report.grade()));
    }

    private static Answer error(String id, long number, String why) {
        String text = "{\"case\":" + id + ",\"line\":" + number + ",\"error\":" + json(why) + "}\n";
        return new Answer(text, Optional.empty());
    }

    private static String json(Object value) {
        return JsonRenderer.escaped(JsonText.of(Jsonb.instance().type(Object.class), value));
    }
}
