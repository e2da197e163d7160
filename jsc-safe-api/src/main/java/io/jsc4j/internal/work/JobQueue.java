package io.jsc4j.internal.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What some {@link WorkerThread}s have to do. Each group (a tenant, say) has a mailbox of its own, and its turn after the others'; so one that gives very
 * many jobs makes only itself wait.
 *
 * <p>Usable on any thread, virtual ones too. Nothing of a user runs while the lock is held.
 *
 * @param <C> what jobs work with
 */
public final class JobQueue<C> {
  /** How many jobs of one group a worker does in a row while others wait: changing the group can be dear. */
  private static final int IN_A_ROW = 16;

  private final String name;
  private final int capacity;
  private final int mostAtOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  /** Guarded by the lock, as is what follows. In the order of their turns. */
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private boolean closed;
  private boolean aborted;
  private @Nullable Throwable failure;
  /** Changed while the lock is held. */
  private final List<WorkerThread<C>> workers = new CopyOnWriteArrayList<>();

  private final class Group {
    final LinkedHashSet<Job<C, ?>> waiting = new LinkedHashSet<>();
    final Condition room = lock.newCondition();
    int running;
    int givers;

    boolean isEmpty() {
      return waiting.isEmpty() && running == 0 && givers == 0;
    }
  }

  /**
   * Makes a queue.
   *
   * @param name what messages call it: "the worker"
   * @param capacity how many jobs of one group may wait
   * @param mostAtOnce how many jobs of one group may be done at once
   */
  public JobQueue(String name, int capacity, int mostAtOnce) {
    this.name = name;
    this.capacity = capacity;
    this.mostAtOnce = mostAtOnce;
  }

  // --- giving

  /**
   * Gives a job, and waits for room if there is none.
   *
   * @throws IllegalStateException if the queue is closed, or has no room and the calling thread is one that would have to make it
   * @throws CancellationException if the thread is interrupted while it waits
   */
  public <T extends @Nullable Object> Job<C, T> give(String group, Job.Work<C, T> what) {
    Job<C, T> job = new Job<>(this, group, what);
    lock.lock();
    try {
      requireOpen();
      Group mine = groups.computeIfAbsent(group, _ -> new Group());
      mine.givers++;
      try {
        awaitRoom(mine);
        mine.waiting.add(job);
        work.signalAll();
      } finally {
        mine.givers--;
        forgetIfEmpty(group, mine);
      }
    } finally {
      lock.unlock();
    }
    return job;
  }

  private void awaitRoom(Group group) {
    while (group.waiting.size() >= capacity) {
      if (isDoneBy(Thread.currentThread())) {
        throw new IllegalStateException("the mailbox of " + name
            + " is full (" + capacity + " tasks), and this is a thread that would have to empty it");
      }
      try {
        group.room.await();
      } catch (InterruptedException e) {
        // The signal may have been for this thread.
        group.room.signal();
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException(
            "the thread was interrupted while it waited for room"
                + " in the mailbox of " + name);
        cancelled.initCause(e);
        throw cancelled;
      }
      requireOpen();
    }
  }

  private void requireOpen() {
    if (failure != null) {
      throw new IllegalStateException(name + " has failed, and takes no more tasks", failure);
    }
    if (closed) {
      throw new IllegalStateException(name + " has been closed, and takes no more tasks");
    }
  }

  private void forgetIfEmpty(String name, Group group) {
    if (group.isEmpty()) {
      groups.remove(name, group);
    }
  }

  // --- doing

  /** Whether a thread does jobs of this queue. */
  boolean isDoneBy(Thread thread) {
    for (WorkerThread<C> worker : workers) {
      if (worker.is(thread)) {
        return true;
      }
    }
    return false;
  }

  void join(WorkerThread<C> worker) {
    lock.lock();
    try {
      requireOpen();
      workers.add(worker);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a job; null when the worker has something else to do, or nothing any more: see {@link #isFinished()}. */
  @Nullable Job<C, ?> take(WorkerThread<C> worker) {
    lock.lock();
    try {
      while (true) {
        Job<C, ?> job = aborted ? null : next(worker);
        if (job != null) {
          // An interrupt that was meant for what came before.
          worker.clearCancel();
          job.worker = worker;
          worker.current = job;
          return job;
        }
        if (isFinished() || worker.takeIdle()) {
          return null;
        }
        work.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Job<C, ?> next(WorkerThread<C> worker) {
    String last = worker.lastGroup;
    Group again = last == null ? null : groups.get(last);
    if (last != null && again != null && worker.inARow < IN_A_ROW && isReady(again)) {
      worker.inARow++;
      return begin(last, again);
    }
    for (Map.Entry<String, Group> entry : groups.entrySet()) {
      if (isReady(entry.getValue())) {
        worker.lastGroup = entry.getKey();
        worker.inARow = 1;
        return begin(entry.getKey(), entry.getValue());
      }
    }
    return null;
  }

  private boolean isReady(Group group) {
    return !group.waiting.isEmpty() && group.running < mostAtOnce;
  }

  private Job<C, ?> begin(String name, Group group) {
    Job<C, ?> job = group.waiting.removeFirst();
    group.running++;
    group.room.signal();
    // The others' turn.
    groups.remove(name);
    groups.put(name, group);
    return job;
  }

  /** Whether no more work will come; for a worker to which {@link #take} gave none. */
  boolean isFinished() {
    lock.lock();
    try {
      return closed && (aborted || groups.values().stream().allMatch(group -> group.waiting.isEmpty()));
    } finally {
      lock.unlock();
    }
  }

  /** A job is over: from here on cancelling it does nothing. */
  void finished(WorkerThread<C> worker, Job<C, ?> job) {
    lock.lock();
    try {
      job.worker = null;
      worker.current = null;
      if (!aborted) {
        worker.clearCancel();
      }
      Group group = groups.get(job.group());
      if (group != null) {
        group.running--;
        forgetIfEmpty(job.group(), group);
      }
      // One that was held back because too many of its group were running, or the end.
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The future of a job has been completed, by whomever. */
  void completed(Job<C, ?> job) {
    lock.lock();
    try {
      WorkerThread<C> worker = job.worker;
      Group group = groups.get(job.group());
      if (worker != null) {
        worker.requestCancel();
      } else if (group != null && group.waiting.remove(job)) {
        group.room.signal();
        forgetIfEmpty(job.group(), group);
        work.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Makes a worker look after what it does while no job waits. */
  void wake(WorkerThread<C> worker) {
    lock.lock();
    try {
      worker.idleDue = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The same for every worker. */
  public void wakeAll() {
    workers.forEach(this::wake);
  }

  // --- ending

  /** Whether it takes no more jobs. */
  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more jobs; what it has is done. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      groups.values().forEach(group -> group.room.signalAll());
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more jobs, fails those that wait, and ends those that run. */
  public void abort() {
    List<Job<C, ?>> running = new ArrayList<>();
    List<Job<C, ?>> waiting;
    lock.lock();
    try {
      waiting = abandon();
      for (WorkerThread<C> worker : workers) {
        if (worker.current != null) {
          running.add(worker.current);
        }
        // What it does beside jobs too.
        worker.requestCancel();
      }
    } finally {
      lock.unlock();
    }
    running.forEach(job -> job.completeExceptionally(new CancellationException(name
        + " was closed while the task ran")));
    waiting.forEach(job -> job.completeExceptionally(new CancellationException(name
        + " was closed before the task began")));
  }

  private List<Job<C, ?>> abandon() {
    List<Job<C, ?>> waiting = new ArrayList<>();
    closed = true;
    aborted = true;
    for (Group group : groups.values()) {
      waiting.addAll(group.waiting);
      group.waiting.clear();
      group.room.signalAll();
    }
    work.signalAll();
    return waiting;
  }

  /** A worker is about to end: from here on it is not cancelled. */
  void ending(WorkerThread<C> worker) {
    lock.lock();
    try {
      worker.ending = true;
      worker.clearCancel();
    } finally {
      lock.unlock();
    }
  }

  /** A worker has ended, for a reason or (null) because there is nothing more to do. The last one takes the queue with it. */
  void left(WorkerThread<C> worker, @Nullable Throwable reason) {
    List<Job<C, ?>> lost = List.of();
    lock.lock();
    try {
      workers.remove(worker);
      if (workers.isEmpty() && reason != null) {
        failure = reason;
        lost = abandon();
      }
    } finally {
      lock.unlock();
    }
    lost.forEach(job -> job.completeExceptionally(new IllegalStateException(name + " failed before the task began",
        reason)));
  }
}
