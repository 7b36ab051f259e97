package org.lamplight.ingest.folder;

import java.util.HashMap;
import java.util.Map;

/**
 * One task's share of the files: each file belongs to exactly one task, by its name.
 *
 * @param task number of the task, from 0
 * @param tasks how many tasks there are
 */
record Share(int task, int tasks) {
    private static final String TASK = "task.number";
    private static final String TASKS = "task.count";

    boolean owns(String name) {
        return Math.floorMod(name.hashCode(), tasks) == task;
    }

    /** The settings of the task with this share. */
    Map<String, String> addTo(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(TASK, Integer.toString(task));
        all.put(TASKS, Integer.toString(tasks));
        return all;
    }

    /** The share of the task with these settings. */
    static Share of(Map<String, String> settings) {
        return new Share(Integer.parseInt(settings.get(TASK)), Integer.parseInt(settings.get(TASKS)));
    }
}
