package dev.mailcheck.http;

import dev.mailcheck.store.StoreException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one place of all routes: a request in, an answer out, whatever the request is. Answers bear
 * the headers that keep a page private and inert; errors are problem details (RFC 9457) or pages.
 */
public final class Routes {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<Route> all;
    private final Problems problems;
    private final Consumer<RuntimeException> faults;

    public Routes(Service service) {
        Sites sites = new Sites();
        Gate gate = new Gate(service.stores().keys(), service.quotas(), service.open());
        Found found = new Found(service.stores().results(), service.mail(), service.clock());
        AskDoor ask = new AskDoor(service, gate, sites);
        MailDoor mail = new MailDoor(service, gate);
        ResultDoor result = new ResultDoor(service, found, sites);
        BadgeDoor badge = new BadgeDoor(service, found, sites);
        StatusDoor status = new StatusDoor(service.stores());
        this.problems = new Problems(sites);
        this.faults = service.faults();
        this.all =
                List.of(
                        new Route("GET", "/", ask::start),
                        new Route("POST", "/checks", ask::ask),
                        new Route("POST", "/mail-checks", mail::open),
                        new Route("GET", "/checks/{id}", result::show),
                        new Route("GET", "/checks/{id}/progress", result::progress),
                        new Route("GET", "/checks/{id}/report.json", result::json),
                        new Route("GET", "/checks/{id}/report.junit.xml", result::junit),
                        new Route("GET", "/checks/{id}/report.csv", result::csv),
                        new Route("POST", "/checks/{id}/badge", badge::publish),
                        new Route("DELETE", "/checks/{id}/badge", badge::revoke),
                        new Route("POST", "/checks/{id}/badge/revoke", badge::revokeByForm),
                        new Route("GET", "/badges/{token}.svg", badge::image),
                        new Route("GET", "/icon.svg", status::icon),
                        new Route("GET", "/healthz", status::health),
                        new Route("GET", "/openapi.json", status::openApi));
    }

    /** Method and path of each route, as "GET /checks/{id}". */
    public List<String> names() {
        return all.stream().map(route -> route.method() + " " + route.template()).toList();
    }

    /** Answers; whatever the request is, and whatever fails behind it. */
    public HttpAnswer answer(HttpRequest request) {
        boolean head = request.method().equals("HEAD");
        HttpAnswer answer =
                Shield.around(worked(request, head ? "GET" : request.method()), request);
        return head ? answer.withoutBody() : answer;
    }

    /** The answer to who calls us by a name that is not ours. */
    public HttpAnswer misdirected(HttpRequest request) {
        ProblemException foreign =
                ProblemException.of(
                        Problem.MISDIRECTED,
                        "This service does not answer to that name; its operator sets it by"
                                + " --url.");
        return Shield.around(problems.answer(request, foreign), request);
    }

    private HttpAnswer worked(HttpRequest request, String method) {
        try {
            if (request.body().length > HttpRequest.MAX_BODY) {
                throw ProblemException.of(Problem.TOO_LARGE, "A body has at most 64 KiB.");
            }
            return routed(request, method);
        } catch (ProblemException problem) {
            return problems.answer(request, problem);
        } catch (StoreException down) {
            return problems.answer(
                    request,
                    ProblemException.later(
                            Problem.UNAVAILABLE, "The store does not answer.", SOON));
        } catch (RuntimeException bug) {
            faults.accept(bug);
            return problems.answer(
                    request, ProblemException.of(Problem.INTERNAL, "A fault of ours."));
        }
    }

    private HttpAnswer routed(HttpRequest request, String method) {
        List<String> allowed = new ArrayList<>();
        for (Route route : all) {
            Optional<String> part = route.part(request.path());
            if (part.isPresent() && route.method().equals(method)) {
                return route.work().apply(new Route.Call(request, part.get()));
            }
            part.ifPresent(here -> allowed.add(route.method()));
        }
        if (allowed.isEmpty()) {
            throw ProblemException.of(Problem.NOT_FOUND, "There is no such path.");
        }
        return problems.answer(
                        request,
                        ProblemException.of(
                                Problem.METHOD_NOT_ALLOWED, "This path has other methods."))
                .with("allow", String.join(", ", allowed));
    }
}
