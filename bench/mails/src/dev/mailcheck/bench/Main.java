package dev.mailcheck.bench;

import com.sun.management.OperatingSystemMXBean;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs what bench/mail wants of this JVM, and writes a JSON line for each figure. */
public final class Main {
    private Main() {}

    /**
     * @param args {@code speed WARM-UP-SECONDS ITERATIONS} or {@code memory MAILS}
     */
    public static void main(String[] args)
            throws RunnerException, IOException, InterruptedException, GeneralSecurityException {
        if (args[0].equals("speed")) {
            Samples samples = Samples.read();
            agreement(samples);
            warmUp(new Ours(samples), samples, 4 * Long.parseLong(args[1]));
            warmUp(new James(samples), samples, Long.parseLong(args[1]));
            warmUp(new Ceiling(), samples, Long.parseLong(args[1]));
            toOneCore();
            speed(Integer.parseInt(args[2]));
        } else {
            memory(Integer.parseInt(args[1]));
        }
    }

    private static void agreement(Samples samples) {
        for (String size : List.of("2k", "50k", "1m")) {
            agreement("ours", new Ours(samples), size, samples.ofSize(size));
            agreement("james", new James(samples), size, samples.ofSize(size));
        }
    }

    private static void agreement(
            String name, Contestant contestant, String size, List<Sample> mails) {
        Map<String, Integer> agreed = new TreeMap<>();
        for (Sample mail : mails) {
            contestant
                    .judge(mail)
                    .forEach((mechanism, word) -> {
                        boolean same = word.equals(mail.expected().get(mechanism));
                        agreed.merge(mechanism, same ? 1 : 0, Integer::sum);
                    });
        }
        String counts = agreed.toString().replaceAll("(\\w+)=", "\"$1\": ");
        print(
                "{\"tool\": \"%s\", \"size\": \"%s\", \"mails\": %d, \"agree\": %s}",
                name, size, mails.size(), counts);
    }

    /** By CPU time: on a busy machine, seconds say nothing of how much was done in them. */
    private static void warmUp(Contestant contestant, Samples samples, long seconds) {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long end = system.getProcessCpuTime() + seconds * 1_000_000_000L;
        while (system.getProcessCpuTime() < end) {
            samples.ofSize("2k").forEach(contestant::judge);
            contestant.judge(samples.ofSize("50k").getFirst());
        }
    }

    /** From here on: until now the compilers may have had the others. */
    private static void toOneCore() throws IOException, InterruptedException {
        String pid = String.valueOf(ProcessHandle.current().pid());
        String core = System.getProperty("mailcheck.bench.core");
        int status =
                new ProcessBuilder("taskset", "-a", "-c", "-p", core, pid)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IllegalStateException("taskset ended with " + status);
        }
    }

    /** In this very JVM, so that nobody has a compiler that knows less of the world than others. */
    private static void speed(int iterations) throws RunnerException {
        Options options =
                new OptionsBuilder()
                        .include(MailBenchmark.class.getName())
                        .forks(0)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(CpuTime.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (RunResult result : new Runner(options).run()) {
            print(
                    "{\"tool\": \"%s\", \"size\": \"%s\", \"rate\": %.1f, \"wall\": %.1f}",
                    result.getPrimaryResult().getLabel(),
                    result.getParams().getParam("size"),
                    result.getSecondaryResults()
                            .get(CpuTime.NAME)
                            .getStatistics()
                            .getPercentile(50),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }

    /** What is still in use at every tenth of the mails. */
    private static void memory(int mails) {
        Samples samples = Samples.read();
        Ours ours = new Ours(samples);
        List<Sample> all = samples.mails();
        List<Sample> small = samples.ofSize("2k");
        for (int i = 1; i <= mails; i++) {
            ours.judge(
                    i % 1_000 == 0 ? all.get(i / 1_000 % all.size()) : small.get(i % small.size()));
            if (i % (mails / 10) == 0) {
                System.gc();
                long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                print("{\"mails\": %d, \"heapMiB\": %.1f}", i, used / 1048576.0);
            }
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
