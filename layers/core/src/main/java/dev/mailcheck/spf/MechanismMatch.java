package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.spf.Questions.Question;
import dev.mailcheck.spf.SpfCause.Kind;

import java.util.List;
import java.util.Optional;

/** Matches the mechanisms of one record that name addresses or hosts (RFC 7208, section 5). */
final class MechanismMatch {
    private final Evaluation evaluation;
    private final Questions questions;
    private final String domain;
    private final IpAddress client;

    MechanismMatch(Evaluation evaluation, String domain) {
        this.evaluation = evaluation;
        this.questions = evaluation.questions();
        this.domain = domain;
        this.client = evaluation.query().clientIp();
    }

    /** The name that a domain-spec stands for; without one the record's own domain. */
    private String name(Optional<DomainSpec> spec) {
        return spec.map(this::name).orElse(domain);
    }

    private String name(DomainSpec spec) {
        return Macros.name(spec.macros(), new MailMacros(evaluation, domain));
    }

    Match a(Mechanism.A a) {
        String name = name(a.domain());
        return hosts(List.of(start(name)), prefix(a.prefix4(), a.prefix6()));
    }

    Match mx(Mechanism.Mx mx) {
        DnsAnswer answer = questions.get(name(mx.domain()), RecordType.MX);
        if (answer instanceof DnsAnswer.Failed failed) {
            return failed(failed.reason());
        }
        List<String> hosts = MxHosts.of(answer);
        if (hosts.size() > Questions.MOST_HOSTS) {
            return new Match.Stop(SpfWord.PERMERROR, SpfCause.of(Kind.TOO_MANY_MX_HOSTS, domain));
        }
        List<Question> asked = hosts.stream().map(this::start).toList();
        return hosts(asked, prefix(mx.prefix4(), mx.prefix6()));
    }

    Match ptr(Mechanism.Ptr ptr) {
        String target = name(ptr.domain());
        return Match.of(
                evaluation.clientNames().validated().stream()
                        .anyMatch(name -> ClientNames.isWithin(name, target)));
    }

    /** Always an A question, whatever the client's family (RFC 7208, section 5.7). */
    Match exists(Mechanism.Exists exists) {
        return switch (questions.get(name(exists.domain()), RecordType.A)) {
            case DnsAnswer.Found found -> new Match.Yes();
            case DnsAnswer.Absent absent -> new Match.No();
            case DnsAnswer.Failed failed -> failed(failed.reason());
        };
    }

    Match ip(Mechanism.Ip ip) {
        return Match.of(ip.network().contains(client));
    }

    private Question start(String host) {
        return questions.start(host, Addresses.type(client));
    }

    private int prefix(int prefix4, int prefix6) {
        return client.v6() ? prefix6 : prefix4;
    }

    private Match hosts(List<Question> asked, int prefix) {
        IpNetwork network = new IpNetwork(client, prefix);
        for (Question question : asked) {
            DnsAnswer answer = questions.take(question);
            if (answer instanceof DnsAnswer.Failed failed) {
                return failed(failed.reason());
            }
            if (Addresses.of(answer).stream().anyMatch(network::contains)) {
                return new Match.Yes();
            }
        }
        return new Match.No();
    }

    private Match failed(DnsFailure reason) {
        return new Match.Stop(
                SpfWord.TEMPERROR,
                SpfCause.of(Kind.DNS_FAILED, domain).with("reason", reason.name()));
    }
}
