package dev.mailcheck.bot.message;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Checks;
import dev.mailcheck.check.Status;
import dev.mailcheck.store.StoredRun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A check that runs: which of its parts have ended, and how. */
public final class RunningMessage {
    private RunningMessage() {}

    /**
     * As a run begins.
     *
     * @param note what is said besides, such as where the domain was taken from
     */
    public static Message first(
            String domain, CheckButtons buttons, Optional<String> note, Say say) {
        return of(domain, Map.of(), 0, note, buttons, say);
    }

    /** Of one run. */
    public static Message of(StoredRun run, CheckButtons buttons, Say say) {
        return of(run.domain().name(), run.judged(), run.total(), Optional.empty(), buttons, say);
    }

    private static Message of(
            String domain,
            Map<CheckId, Status> judged,
            int total,
            Optional<String> note,
            CheckButtons buttons,
            Say say) {
        List<CheckId> checks = Checks.ofDomain().stream().map(Check::id).sorted().toList();
        Map<String, String> counts =
                Map.of(
                        "domain", domain,
                        "done", String.valueOf(judged.size()),
                        "total", String.valueOf(Math.max(total, checks.size())));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Headline(Tone.WAITING, say.of("running.title", counts)));
        parts.add(new Part.Paragraph(List.of(Span.plain(say.of("running.count", counts)))));
        parts.add(new Part.Lines(List.of(new Part.Line(Tone.NONE, spans(checks, judged)))));
        parts.add(new Part.Note(note.map(text -> text + " ").orElse("") + say.of("running.note")));
        parts.add(buttons.ofRunning(say));
        return new Message(say.of("running.title", counts), parts);
    }

    /** All in one paragraph: a line for each would push the conversation away. */
    private static List<Span> spans(List<CheckId> checks, Map<CheckId, Status> judged) {
        List<Span> spans = new ArrayList<>();
        for (CheckId check : checks) {
            Status status = judged.get(check);
            Tone tone = status == null ? Tone.WAITING : Tone.of(status);
            spans.add(Span.mark(tone, check.word() + "   "));
        }
        return spans;
    }
}
