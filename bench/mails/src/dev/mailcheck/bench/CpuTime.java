package dev.mailcheck.bench;

import com.sun.management.OperatingSystemMXBean;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

/**
 * Mails for each second of the process's CPU time, of which the collector's and the compilers' is a
 * part: the machine may be shared, and others' work is not ours.
 */
public final class CpuTime implements InternalProfiler {
    static final String NAME = "mails-a-cpu-second";

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long before;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (system.getProcessCpuTime() - before) / 1e9;
        double mails = result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NAME, mails / seconds, "mails/s", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "mails for each second of CPU time";
    }
}
