package dev.mailcheck.http;

import dev.mailcheck.render.StartPage;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * All that the routes stand on; each place to run puts its own together.
 *
 * @param mail takes test mails; empty where this installation receives none
 * @param open anybody may ask for checks, without an API key
 * @param samples domains that the start page offers; empty but in the sample world
 * @param random one that nobody can predict
 * @param faults hears of faults of ours; the client is told no more than that there was one
 */
public record Service(
        Stores stores,
        CheckDesk desk,
        Optional<MailDesk> mail,
        Quotas quotas,
        Periods periods,
        boolean open,
        List<StartPage.Sample> samples,
        Clock clock,
        RandomGenerator random,
        Jsonb jsonb,
        Consumer<RuntimeException> faults) {
    public Service {
        samples = List.copyOf(samples);
    }
}
