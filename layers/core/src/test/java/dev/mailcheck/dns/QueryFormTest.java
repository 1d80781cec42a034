package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

import java.io.IOException;

final class QueryFormTest {
    private static final Question QUESTION = Question.of(DnsName.of("a b.example"), RecordType.TXT);

    @Test
    void aResolverIsAskedForAllAndANameserverForWhatItHolds() throws IOException {
        Message toResolver = new Message(QueryForm.TO_RESOLVER.toWire(4711, QUESTION));
        assertThat(toResolver.getHeader().getID()).isEqualTo(4711);
        assertThat(toResolver.getHeader().getFlag(Flags.RD)).isTrue();
        assertThat(toResolver.getHeader().getFlag(Flags.CD)).isTrue();
        assertThat(toResolver.getOPT().getPayloadSize()).isEqualTo(1232);
        assertThat(toResolver.getOPT().getFlags() & ExtendedFlags.DO).isNotZero();
        assertThat(toResolver.getQuestion().getName()).hasToString("a\\032b.example.");
        Message toServer = new Message(QueryForm.TO_SERVER.toWire(1, QUESTION));
        assertThat(toServer.getHeader().getFlag(Flags.RD)).isFalse();
    }

    @Test
    void anOldServerIsAskedWithoutEdns() throws IOException {
        Message old = new Message(QueryForm.TO_SERVER.withoutEdns().toWire(1, QUESTION));
        assertThat(old.getOPT()).isNull();
    }
}
