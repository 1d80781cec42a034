package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks several domains side by side, so many at once. */
final class Several {
    /** Enough that twenty take little longer than one, few enough for the memory of a laptop. */
    private static final int AT_ONCE = 24;

    private Several() {}

    /** What is done with each domain. */
    interface Check {
        Report of(Domain domain) throws UsageException;
    }

    /** The reports in the order of the domains. Each check ends by a deadline of its own. */
    static List<Report> inOrder(List<Domain> domains, Check check) throws UsageException {
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        Math.min(AT_ONCE, domains.size()),
                        Thread.ofPlatform().daemon().name("domain-", 0).factory());
        List<Callable<Report>> checks = new ArrayList<>();
        domains.forEach(domain -> checks.add(() -> check.of(domain)));
        List<Report> reports = new ArrayList<>();
        try {
            for (Future<Report> ended : workers.invokeAll(checks)) {
                reports.add(result(ended));
            }
            return reports;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        } finally {
            workers.shutdownNow();
        }
    }

    private static Report result(Future<Report> ended) throws UsageException, InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UsageException usage) {
                throw usage;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
