package dev.mailcheck.functions;

import dev.mailcheck.run.GroupAnswer;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.Parcel;
import dev.mailcheck.run.ProbeGroup;
import dev.mailcheck.store.Documents;

import io.avaje.jsonb.Jsonb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the branches of a run saw, as the state machine stored it. */
final class Evidence {
    private static final String TIMED_OUT = "DEADLINE";
    private static final String OURS = "INTERNAL_ERROR";

    private final Documents documents;
    private final Jsonb jsonb;

    Evidence(Documents documents, Jsonb jsonb) {
        this.documents = documents;
        this.jsonb = jsonb;
    }

    /** What is there so far, with the plan. */
    List<GroupSeen> soFar(RunOrder order) {
        List<GroupSeen> seen = new ArrayList<>(List.of(plan(order)));
        for (ProbeGroup group : ProbeGroup.values()) {
            stored(order.run(), group).ifPresent(seen::add);
        }
        return seen;
    }

    /** All of it; each group without an answer failed, for the reason that its branch gives. */
    List<GroupSeen> all(RunOrder order) {
        List<GroupSeen> seen = new ArrayList<>(List.of(plan(order)));
        for (ProbeGroup group : ProbeGroup.values()) {
            if (group != ProbeGroup.PLAN) {
                seen.add(ended(order, group));
            }
        }
        return seen;
    }

    private GroupSeen plan(RunOrder order) {
        return Parcel.unpack(order.plan(), jsonb)
                .orElseGet(() -> GroupSeen.failed(ProbeGroup.PLAN, OURS, ""));
    }

    private GroupSeen ended(RunOrder order, ProbeGroup group) {
        Optional<String> error =
                Optional.ofNullable(order.groups()).orElse(List.of()).stream()
                        .filter(end -> end.group().equals(group.word()))
                        .flatMap(end -> Optional.ofNullable(end.error()).stream())
                        .findFirst();
        return error.map(name -> GroupSeen.failed(group, reason(name), name))
                .or(() -> stored(order.run(), group))
                .orElseGet(() -> GroupSeen.failed(group, OURS, "no answer"));
    }

    /** Reasons of ours pass as they are; errors of the state machine have dots in their names. */
    private static String reason(String error) {
        return switch (error) {
            case "States.Timeout", "States.HeartbeatTimeout", "Sandbox.Timedout" -> TIMED_OUT;
            case "PORT_25_CLOSED_HERE", "WORKER_AWAY" -> error;
            default -> OURS;
        };
    }

    private Optional<GroupSeen> stored(String run, ProbeGroup group) {
        return documents
                .read(run, GroupAnswer.document(group))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(this::answer)
                .map(seen -> GroupEvidence.only(group, seen));
    }

    private Optional<GroupSeen> answer(String json) {
        try {
            return Parcel.unpack(jsonb.type(GroupAnswer.class).fromJson(json).parcel(), jsonb);
        } catch (RuntimeException junk) {
            return Optional.empty();
        }
    }
}
