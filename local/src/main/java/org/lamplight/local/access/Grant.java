package org.lamplight.local.access;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A right on a resource of the cluster. Reading and writing include describing.
 *
 * @param resource what it is on
 * @param operation what may be done
 */
public record Grant(ResourcePattern resource, AclOperation operation) {
    /** Who connects is known by a password or a certificate, not by an address. */
    private static final String ANY_HOST = "*";

    static Grant literal(ResourceType type, String name, AclOperation operation) {
        return new Grant(new ResourcePattern(type, name, PatternType.LITERAL), operation);
    }

    static Grant prefixed(ResourceType type, String prefix, AclOperation operation) {
        return new Grant(new ResourcePattern(type, prefix, PatternType.PREFIXED), operation);
    }

    /** What may be done, as a word. */
    public String verb() {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    /** What it may be done to. */
    public String object() {
        String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return type + " " + resource.name() + (resource.patternType() == PatternType.PREFIXED ? "*" : "");
    }

    /** The right that Kafka has, whosever it is. */
    static Grant of(AclBinding binding) {
        return new Grant(binding.pattern(), binding.entry().operation());
    }

    /** The same as Kafka has it. */
    AclBinding binding(String principal) {
        return new AclBinding(
                resource,
                new AccessControlEntry(KafkaAccess.USER + principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }
}
