package dev.mailcheck.http;

import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;

import io.avaje.jsonb.Jsonb;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where one-time addresses for test mails are asked for. */
final class MailDoor {
    /** Of a check that waits for its mail. */
    static final Map<String, Object> NO_PROGRESS = noProgress();

    private final Optional<MailDesk> desk;
    private final Gate gate;
    private final Jsonb jsonb;

    MailDoor(Service service, Gate gate) {
        this.desk = service.mail();
        this.gate = gate;
        this.jsonb = service.jsonb();
    }

    HttpAnswer open(Route.Call call) {
        MailDesk mail =
                desk.orElseThrow(() ->
                        ProblemException.of(
                                Problem.NO_MAIL,
                                "This installation has no receiver for test mails; POST /checks"
                                        + " checks a domain."));
        return switch (call.request().contentType()) {
            case "application/json", "" -> openInJson(call.request(), mail);
            case "application/x-www-form-urlencoded" -> openByForm(call.request(), mail);
            default ->
                    throw ProblemException.of(
                            Problem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
        };
    }

    private HttpAnswer openInJson(HttpRequest request, MailDesk mail) {
        String source = gate.admit(request, Optional.empty());
        Language language;
        try {
            language =
                    request.body().length == 0
                            ? Language.EN
                            : JsonObject.read(request.body(), jsonb).language();
            gate.count(source);
        } catch (ProblemException problem) {
            gate.countMistake(source, problem);
            throw problem;
        }
        MailDesk.Waiting waiting = mail.open(language);
        String url = request.absolute(path(waiting));
        return JsonAnswer.of(201, members(waiting, url), jsonb).with("location", url);
    }

    private HttpAnswer openByForm(HttpRequest request, MailDesk mail) {
        Origin.check(request);
        Map<String, String> fields =
                FormFields.read(new String(request.body(), StandardCharsets.UTF_8));
        String source = gate.admit(request, Optional.ofNullable(fields.get("key")));
        gate.count(source);
        Language language = Wanted.language(request);
        String to = request.local(path(mail.open(language))) + "?lang=" + language.word();
        return HttpAnswer.empty(303).with("location", to);
    }

    private static Map<String, Object> members(MailDesk.Waiting waiting, String url) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", waiting.id().text());
        members.put("url", url);
        members.put("addresses", Map.of("any", waiting.any(), "tlsOnly", waiting.tlsOnly()));
        members.put("expiresAt", waiting.until().toString());
        return members;
    }

    /** What a program reads while no mail came. */
    static HttpAnswer notYet(HttpRequest request, MailDesk.Waiting waiting, Jsonb jsonb) {
        Map<String, Object> members = members(waiting, request.absolute(path(waiting)));
        members.putAll(NO_PROGRESS);
        return JsonAnswer.of(202, members, jsonb).with("retry-after", "2");
    }

    private static Map<String, Object> noProgress() {
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("status", "waiting");
        progress.put("done", 0);
        progress.put("total", 0);
        progress.put("checks", List.of());
        return Collections.unmodifiableMap(progress);
    }

    static String path(MailDesk.Waiting waiting) {
        return "/checks/" + waiting.id().text();
    }
}
