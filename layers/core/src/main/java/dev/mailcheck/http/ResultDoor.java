package dev.mailcheck.http;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Checks;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.render.Format;
import dev.mailcheck.render.ResultPage;
import dev.mailcheck.render.RunningPage;
import dev.mailcheck.render.Site;
import dev.mailcheck.render.TextStyle;
import dev.mailcheck.render.WaitingPage;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredRun;

import io.avaje.jsonb.Jsonb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where results are read: as a page that fills, as JSON, and in other forms. */
final class ResultDoor {
    private final Found found;
    private final StoredReports reports;
    private final Sites sites;
    private final boolean mailBoth;
    private final Jsonb jsonb;

    ResultDoor(Service service, Found found, Sites sites) {
        this.found = found;
        this.reports = new StoredReports(service.stores().documents(), service.jsonb());
        this.sites = sites;
        this.mailBoth = service.mail().filter(desk -> desk.addresses().both()).isPresent();
        this.jsonb = service.jsonb();
    }

    HttpAnswer show(Route.Call call) {
        if (!Wanted.page(call.request())) {
            return json(call);
        }
        Optional<MailDesk.Waiting> waiting = found.waiting(call.part());
        if (waiting.isPresent()) {
            return waiting(call.request(), waiting.get());
        }
        Found.Result result = found.by(call.part());
        Language language = language(call.request(), result);
        Site site = sites.site(call.request(), language);
        return switch (result.run().status()) {
            case QUEUED, RUNNING ->
                    Sites.page(202, running(call.request(), result, site), language);
            case DONE -> Sites.page(200, done(call.request(), result, site, language), language);
            case FAILED -> throw failed();
        };
    }

    HttpAnswer json(Route.Call call) {
        return form(call, Format.JSON, "application/json");
    }

    HttpAnswer junit(Route.Call call) {
        return form(call, Format.JUNIT, "application/xml; charset=utf-8");
    }

    HttpAnswer csv(Route.Call call) {
        return form(call, Format.CSV, "text/csv; charset=utf-8")
                .with("content-disposition", "attachment; filename=\"mailcheck.csv\"");
    }

    HttpAnswer progress(Route.Call call) {
        return found.waiting(call.part()).isPresent()
                ? JsonAnswer.of(200, MailDoor.NO_PROGRESS, jsonb)
                : JsonAnswer.of(200, progress(found.by(call.part()).run()), jsonb);
    }

    private HttpAnswer waiting(HttpRequest request, MailDesk.Waiting waiting) {
        Language language = Wanted.named(request).orElse(waiting.language());
        String self = request.local(MailDoor.path(waiting));
        String page =
                new WaitingPage(sites.site(request, language))
                        .write(
                                new WaitingPage.Place(
                                        self,
                                        self + "/progress",
                                        request.absolute(MailDoor.path(waiting)),
                                        waiting.any(),
                                        mailBoth
                                                ? Optional.of(waiting.tlsOnly())
                                                : Optional.empty(),
                                        waiting.until()));
        return Sites.page(202, page, language);
    }

    private HttpAnswer form(Route.Call call, Format format, String mediaType) {
        Optional<MailDesk.Waiting> waiting = found.waiting(call.part());
        if (waiting.isPresent()) {
            return MailDoor.notYet(call.request(), waiting.get(), jsonb);
        }
        Found.Result result = found.by(call.part());
        Language language = language(call.request(), result);
        return switch (result.run().status()) {
            case QUEUED, RUNNING -> notYet(call.request(), result);
            case DONE -> {
                Report report = report(result, language);
                String text =
                        format.renderer(sites.words(language), jsonb, TextStyle.PLAIN)
                                .render(List.of(report));
                yield HttpAnswer.of(200, mediaType, text)
                        .with("content-language", language.word())
                        .with("vary", "accept");
            }
            case FAILED -> throw failed();
        };
    }

    private HttpAnswer notYet(HttpRequest request, Found.Result result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", result.id().text());
        answer.put("url", request.absolute(path(result)));
        answer.putAll(progress(result.run()));
        return JsonAnswer.of(202, answer, jsonb).with("retry-after", "1");
    }

    private static Map<String, Object> progress(StoredRun run) {
        List<Map<String, Object>> checks = new ArrayList<>();
        run.judged().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    Map<String, Object> check = new LinkedHashMap<>();
                    check.put("id", entry.getKey().word());
                    check.put("status", entry.getValue().name());
                    checks.add(check);
                });
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("status", word(run.status()));
        progress.put("done", checks.size());
        progress.put("total", run.total());
        progress.put("checks", checks);
        return progress;
    }

    /** A status as programs read it. */
    static String word(RunStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private String running(HttpRequest request, Found.Result result, Site site) {
        String self = request.local(path(result));
        ReportKind kind = MailDesk.isMail(result.run()) ? ReportKind.FULL : ReportKind.DOMAIN;
        List<CheckId> checks = Checks.of(kind).stream().map(Check::id).distinct().sorted().toList();
        return new RunningPage(site)
                .write(
                        new RunningPage.Run(
                                result.check().domain().unicode(),
                                self,
                                self + "/progress",
                                result.run().status() == RunStatus.QUEUED
                                        ? 0
                                        : result.run().total(),
                                checks,
                                result.run().judged()));
    }

    private String done(HttpRequest request, Found.Result result, Site site, Language language) {
        String again = "/?fresh=true&domain=" + result.check().domain().name();
        ResultPage.Place place =
                new ResultPage.Place(
                        request.local(path(result)),
                        request.absolute(path(result)),
                        request.local(again) + "&lang=" + language.word(),
                        result.check().expiresAt().toString().replaceFirst("T.*", ""));
        return new ResultPage(site).write(report(result, language), place);
    }

    private Report report(Found.Result result, Language language) {
        return reports.read(result.run().key(), language, result.id())
                .orElseThrow(() ->
                        ProblemException.of(
                                Problem.NOT_FOUND,
                                "There is no result here, or it is there no longer."));
    }

    /** The one that is asked for, else that in which the check was asked for. */
    private static Language language(HttpRequest request, Found.Result result) {
        return Wanted.named(request).orElse(result.check().language());
    }

    private static ProblemException failed() {
        return ProblemException.of(
                Problem.RUN_FAILED, "The check did not come to an end, by a fault of ours.");
    }

    private static String path(Found.Result result) {
        return "/checks/" + result.id().text();
    }
}
