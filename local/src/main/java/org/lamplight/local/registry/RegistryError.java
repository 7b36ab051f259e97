package org.lamplight.local.registry;

/** A refusal with the HTTP status and the error code that the Confluent REST API has for it. */
final class RegistryError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RegistryError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static RegistryError noSuchPath() {
        return new RegistryError(404, 404, "There is nothing at this path.");
    }

    static RegistryError noSuchMethod() {
        return new RegistryError(405, 405, "This path does not take this method.");
    }

    static RegistryError badBody() {
        return new RegistryError(400, 400, "The body must be a JSON object of less than 2 MiB.");
    }

    static RegistryError notJson() {
        return new RegistryError(415, 415, "The body must be JSON: set its content type to application/json.");
    }

    static RegistryError noSuchSubject(String subject) {
        return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError noSuchVersion(String version) {
        return new RegistryError(404, 40402, "Version " + version + " not found.");
    }

    static RegistryError noSuchSchema() {
        return new RegistryError(404, 40403, "Schema not found.");
    }

    static RegistryError alreadyDeleted(String subject) {
        return new RegistryError(
                404, 40404, "Subject '" + subject + "' is deleted; set permanent=true to delete it for good.");
    }

    static RegistryError notYetDeleted(String subject) {
        return new RegistryError(
                404, 40405, "Subject '" + subject + "' must be deleted before it can be deleted for good.");
    }

    static RegistryError versionAlreadyDeleted(String subject, int version) {
        return new RegistryError(
                404,
                40406,
                "Version " + version + " of subject '" + subject
                        + "' is deleted; set permanent=true to delete it for good.");
    }

    static RegistryError versionNotYetDeleted(String subject, int version) {
        return new RegistryError(
                404,
                40407,
                "Version " + version + " of subject '" + subject
                        + "' must be deleted before it can be deleted for good.");
    }

    static RegistryError noLevel(String subject) {
        return new RegistryError(404, 40408, "Subject '" + subject + "' has no compatibility level of its own.");
    }

    static RegistryError incompatible(String subject, String reasons) {
        return new RegistryError(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema of subject '" + subject + "': "
                        + reasons);
    }

    static RegistryError invalidSchema(String reason) {
        return new RegistryError(422, 42201, "Invalid schema: " + reason);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                422,
                42202,
                "The specified version '" + version + "' is not a valid version id: it must be 1 or more, or latest.");
    }

    static RegistryError invalidLevel() {
        return new RegistryError(
                422,
                42203,
                "Invalid compatibility level: it must be NONE, BACKWARD, FORWARD or FULL, the latter three also with"
                        + " _TRANSITIVE.");
    }

    static RegistryError store() {
        return new RegistryError(500, 50001, "The change could not be written to the registry's log.");
    }
}
