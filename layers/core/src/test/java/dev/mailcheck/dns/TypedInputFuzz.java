package dev.mailcheck.dns;

import dev.mailcheck.net.IpLiteral;

import java.nio.charset.StandardCharsets;

/** Fuzz target: any text as what people type or hand over: domains, zones, anchors, resolvers. */
public final class TypedInputFuzz {
    private TypedInputFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        DomainInput.read(text);
        Domain.parse(text);
        ALabels.of(text).ifPresent(TypedInputFuzz::checkSame);
        DnsName.parse(text).ifPresent(TypedInputFuzz::checkSame);
        WhatIf.parse(text);
        TrustAnchorSet.parse(text);
        ResolverList.parse(text);
        CharacterStrings.parse(text);
        ZoneDns.parse(text);
        IpLiteral.parse(text);
    }

    private static void checkSame(DnsName name) {
        if (!DnsName.of(name.text()).equals(name)) {
            throw new IllegalStateException("not the same name: " + name);
        }
    }
}
