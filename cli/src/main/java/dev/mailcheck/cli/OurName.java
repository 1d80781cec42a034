package dev.mailcheck.cli;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.run.EhloName;
import dev.mailcheck.run.Surroundings;

/** Our EHLO name, which only the DNS can tell to be one that resolves. */
final class OurName {
    private OurName() {}

    /** The options with it, unless the user named another. */
    static CheckOptions in(CheckOptions options, Surroundings surroundings, Dns dns) {
        return options.ehlo().isEmpty()
                ? options.withEhlo(
                        EhloName.of(surroundings.hostName(), surroundings.ownAddress().get(), dns))
                : options;
    }
}
