package org.lamplight.reporting.catalogue;

/**
 * A column of a view.
 *
 * @param name its name, which is also that of the property and of the parameter that filters by it
 * @param type what it holds
 * @param description its comment in the database
 */
public record Column(String name, Type type, String description) {
    /** What a column holds. */
    public enum Type {
        /** Text. */
        TEXT("text"),
        /** Whole numbers. */
        INTEGER("bigint"),
        /** Numbers. */
        NUMBER("double precision"),
        /** True or false. */
        BOOLEAN("boolean"),
        /** Local dates. */
        DATE("date"),
        /** Instants. */
        INSTANT("timestamp with time zone"),
        /** Several texts. */
        TEXTS("text[]");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        /** Whether its values can be compared, so that ranges make sense. */
        public boolean isOrdered() {
            return this == INTEGER || this == NUMBER || this == DATE || this == INSTANT;
        }

        /**
         * The type of a column of this type in PostgreSQL.
         *
         * @throws IllegalStateException if the service cannot show it
         */
        static Type of(String sql) {
            if (sql.equals("integer")) {
                return INTEGER;
            }
            for (Type type : values()) {
                if (type.sql.equals(sql)) {
                    return type;
                }
            }
            throw new IllegalStateException("No view that is served may have a column of type " + sql + ".");
        }
    }
}
