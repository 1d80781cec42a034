package dev.mailcheck.http;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.DomainInput;
import dev.mailcheck.render.StartPage;
import dev.mailcheck.render.StartPage.Form;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.store.StoreException;

import io.avaje.jsonb.Jsonb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where checks are asked for: the start page with its form, and the same in JSON. */
final class AskDoor {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final CheckDesk desk;
    private final Gate gate;
    private final Sites sites;
    private final StartPage.Terms terms;
    private final Jsonb jsonb;

    AskDoor(Service service, Gate gate, Sites sites) {
        this.desk = service.desk();
        this.gate = gate;
        this.sites = sites;
        this.jsonb = service.jsonb();
        Periods periods = service.periods();
        this.terms =
                new StartPage.Terms(
                        service.open(),
                        service.mail().isPresent(),
                        periods.kept().toDays(),
                        periods.reuse().toMinutes(),
                        service.samples());
    }

    HttpAnswer start(Route.Call call) {
        Map<String, String> query = call.request().query();
        Form form =
                new Form(
                        shown(query.getOrDefault("domain", "")),
                        query.getOrDefault("fresh", "").equals("true"),
                        Optional.empty(),
                        false);
        return page(200, call.request(), form);
    }

    HttpAnswer ask(Route.Call call) {
        return switch (call.request().contentType()) {
            case "application/json" -> askInJson(call.request());
            case "application/x-www-form-urlencoded" -> askByForm(call.request());
            default ->
                    throw ProblemException.of(
                            Problem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
        };
    }

    private HttpAnswer askInJson(HttpRequest request) {
        String source = gate.admit(request, Optional.empty());
        CheckDesk.Accepted accepted;
        try {
            JsonObject body = JsonObject.read(request.body(), jsonb);
            Domain domain = domain(body.text("domain").orElse(""));
            Language language = body.language();
            boolean fresh = body.flag("fresh");
            gate.count(source);
            accepted = accepted(domain, language, fresh);
        } catch (ProblemException problem) {
            gate.countMistake(source, problem);
            throw problem;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", accepted.id().text());
        answer.put("url", request.absolute(path(accepted)));
        answer.put("status", ResultDoor.word(accepted.run().status()));
        answer.put("domain", accepted.check().domain().name());
        answer.put("expiresAt", accepted.check().expiresAt().toString());
        return JsonAnswer.of(202, answer, jsonb).with("location", request.absolute(path(accepted)));
    }

    /** A form comes from our own page; what is wrong with it is said there. */
    private HttpAnswer askByForm(HttpRequest request) {
        Origin.check(request);
        Map<String, String> fields =
                FormFields.read(new String(request.body(), StandardCharsets.UTF_8));
        String typed = fields.getOrDefault("domain", "");
        boolean fresh = fields.getOrDefault("fresh", "").equals("true");
        Language language = Wanted.language(request);
        String source;
        try {
            source = gate.admit(request, Optional.ofNullable(fields.get("key")));
        } catch (ProblemException noKey) {
            return faulty(request, typed, fresh, "key.wrong", true, noKey.problem().status());
        }
        return switch (DomainInput.read(typed)) {
            case DomainInput.Rejected rejected -> {
                gate.mistake(source);
                String fault = "domain." + rejected.problem();
                yield faulty(request, typed, fresh, fault, false, 400);
            }
            case DomainInput.Accepted domain -> {
                gate.count(source);
                CheckDesk.Accepted accepted = accepted(domain.domain(), language, fresh);
                String to = request.local(path(accepted)) + "?lang=" + language.word();
                yield HttpAnswer.empty(303).with("location", to);
            }
        };
    }

    private HttpAnswer faulty(
            HttpRequest request,
            String typed,
            boolean fresh,
            String fault,
            boolean aboutKey,
            int status) {
        String words = sites.words(Wanted.language(request)).site(fault);
        return page(status, request, new Form(shown(typed), fresh, Optional.of(words), aboutKey));
    }

    private HttpAnswer page(int status, HttpRequest request, Form form) {
        Language language = Wanted.language(request);
        StartPage page = new StartPage(sites.site(request, language), terms);
        return Sites.page(status, page.write(form), language);
    }

    /** Enough to mend what was typed. */
    private static String shown(String typed) {
        return typed.length() > 300 ? typed.substring(0, 300) : typed;
    }

    private static Domain domain(String typed) {
        return switch (DomainInput.read(typed)) {
            case DomainInput.Accepted accepted -> accepted.domain();
            case DomainInput.Rejected rejected ->
                    throw ProblemException.of(Problem.BAD_DOMAIN, rejected.message());
        };
    }

    private CheckDesk.Accepted accepted(Domain domain, Language language, boolean fresh) {
        try {
            return desk.accept(domain, language, fresh);
        } catch (StoreException down) {
            throw down;
        } catch (RuntimeException notStarted) {
            throw ProblemException.later(
                    Problem.UNAVAILABLE, "No check can be started just now.", SOON);
        }
    }

    private static String path(CheckDesk.Accepted accepted) {
        return "/checks/" + accepted.id().text();
    }
}
