package dev.mailcheck.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One mail after the other, of one size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MailBenchmark {
    @Param({"2k", "50k", "1m"})
    public String size;

    private List<Sample> mails;
    private int next;
    private Contestant ours;
    private Contestant james;
    private Contestant ceiling;

    @Setup
    public void read() throws GeneralSecurityException {
        Samples samples = Samples.read();
        mails = samples.ofSize(size);
        ours = new Ours(samples);
        james = new James(samples);
        ceiling = new Ceiling();
    }

    @Benchmark
    public Map<String, String> ours() {
        return ours.judge(next());
    }

    @Benchmark
    public Map<String, String> james() {
        return james.judge(next());
    }

    @Benchmark
    public Map<String, String> ceiling() {
        return ceiling.judge(next());
    }

    private Sample next() {
        next = next + 1 < mails.size() ? next + 1 : 0;
        return mails.get(next);
    }
}
