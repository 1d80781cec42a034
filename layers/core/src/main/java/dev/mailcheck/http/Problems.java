package dev.mailcheck.http;

import dev.mailcheck.render.ProblemPage;
import dev.mailcheck.report.Language;

import io.avaje.jsonb.Jsonb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Errors as problem details (RFC 9457, section 3), or as a page for those who see pages. */
final class Problems {
    private final Sites sites;

    Problems(Sites sites) {
        this.sites = sites;
    }

    HttpAnswer answer(HttpRequest request, ProblemException found) {
        Problem problem = found.problem();
        Optional<Long> wait = found.retryAfter().map(Duration::toSeconds).map(s -> Math.max(1, s));
        HttpAnswer answer = Wanted.page(request) ? page(request, problem, wait) : details(found);
        HttpAnswer timed =
                wait.isPresent() ? answer.with("retry-after", String.valueOf(wait.get())) : answer;
        return problem == Problem.UNAUTHORIZED ? timed.with("www-authenticate", "Bearer") : timed;
    }

    private HttpAnswer page(HttpRequest request, Problem problem, Optional<Long> wait) {
        Language language = Wanted.language(request);
        ProblemPage page = new ProblemPage(sites.site(request, language));
        return Sites.page(problem.status(), page.write(problem.name(), wait), language);
    }

    private static HttpAnswer details(ProblemException found) {
        Problem problem = found.problem();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("code", problem.name());
        members.put("detail", found.detail());
        return JsonAnswer.of(
                problem.status(), "application/problem+json", members, Jsonb.instance());
    }
}
