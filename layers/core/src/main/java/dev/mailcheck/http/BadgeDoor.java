package dev.mailcheck.http;

import dev.mailcheck.render.BadgeImage;
import dev.mailcheck.render.BadgePage;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.service.StoredReports;
import dev.mailcheck.store.Badge;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;

import io.avaje.jsonb.Jsonb;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Badges: a token of its own that shows grade and date to everybody, and leads nowhere else. Who
 * has the id of the check makes it, and takes it back.
 */
final class BadgeDoor {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Results results;
    private final StoredReports reports;
    private final Found found;
    private final Sites sites;
    private final Clock clock;
    private final RandomGenerator random;
    private final Jsonb jsonb;

    BadgeDoor(Service service, Found found, Sites sites) {
        this.results = service.stores().results();
        this.reports = new StoredReports(service.stores().documents(), service.jsonb());
        this.found = found;
        this.sites = sites;
        this.clock = service.clock();
        this.random = service.random();
        this.jsonb = service.jsonb();
    }

    HttpAnswer publish(Route.Call call) {
        Found.Result result = found.by(call.part());
        if (result.run().status() != RunStatus.DONE) {
            throw ProblemException.of(Problem.NOT_FOUND, "The check has not ended.");
        }
        boolean form = call.request().contentType().equals(FORM);
        if (form) {
            Origin.check(call.request());
        }
        Secret token = Secret.random(random);
        Badge badge = badge(result, token);
        results.publish(badge);
        return form ? page(call.request(), result, token) : json(call.request(), badge, token);
    }

    private Badge badge(Found.Result result, Secret token) {
        Report report =
                reports.read(result.run().key(), Language.EN, result.id())
                        .orElseThrow(() ->
                                ProblemException.of(Problem.NOT_FOUND, "There is no result."));
        return new Badge(
                token.hashed(),
                result.check().id(),
                report.grade(),
                Instant.parse(report.finishedAt()),
                result.check().expiresAt());
    }

    private HttpAnswer json(HttpRequest request, Badge badge, Secret token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token", token.text());
        answer.put("url", request.absolute(path(token)));
        answer.put("expiresAt", badge.expiresAt().toString());
        return JsonAnswer.of(201, answer, jsonb).with("location", request.absolute(path(token)));
    }

    private HttpAnswer page(HttpRequest request, Found.Result result, Secret token) {
        Language language = Wanted.language(request);
        BadgePage.Place place =
                new BadgePage.Place(
                        request.local(path(token)),
                        request.absolute(path(token)),
                        request.local("/checks/" + result.id().text()));
        BadgePage page = new BadgePage(sites.site(request, language));
        return Sites.page(201, page.write(place), language);
    }

    HttpAnswer revoke(Route.Call call) {
        results.revokeBadge(found.by(call.part()).check().id());
        return HttpAnswer.empty(204);
    }

    /** Forms know no DELETE. */
    HttpAnswer revokeByForm(Route.Call call) {
        Origin.check(call.request());
        revoke(call);
        String result = "/checks/" + call.part();
        return HttpAnswer.empty(303).with("location", call.request().local(result));
    }

    HttpAnswer image(Route.Call call) {
        Badge badge =
                Secret.parse(call.part())
                        .flatMap(token -> results.badge(token.hashed()))
                        .filter(known -> known.expiresAt().isAfter(clock.instant()))
                        .orElseThrow(() ->
                                ProblemException.of(Problem.NOT_FOUND, "There is no badge here."));
        Language language = Wanted.named(call.request()).orElse(Language.EN);
        String day = badge.at().toString().replaceFirst("T.*", "");
        String svg = new BadgeImage(sites.words(language)).write(badge.grade(), day);
        return HttpAnswer.of(200, "image/svg+xml; charset=utf-8", svg)
                .with("cache-control", "public, max-age=300")
                .with("cross-origin-resource-policy", "cross-origin");
    }

    private static String path(Secret token) {
        return "/badges/" + token.text() + ".svg";
    }
}
