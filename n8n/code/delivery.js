// The Code node of a workflow that asks the bot for a summary: makes the text that is signed and sent. It holds no
// secret: the node "Sign" makes the signature, and keeps its secret as a credential.

/** One delivery for each item that comes in; its id stays the same where it is sent again. */
export function delivery(items, settings, { tasks, execution, workflow, now }) {
  return items.map((item, at) => {
    const asked = settings.task ? settings : item;
    checkTask(asked.task, tasks);
    const body = JSON.stringify({
      v: 1,
      id: `n8n-${workflow}-${execution}-${at}-${now}`,
      task: asked.task,
      account: String(asked.account || settings.account),
      ...(asked.conversation ? { conversation: String(asked.conversation) } : {}),
      ...(asked.count ? { count: Number(asked.count) } : {}),
      ...(asked.days ? { days: Number(asked.days) } : {}),
    });
    return {
      url: `${settings.botUrl}/api/triggers/${settings.trigger}`,
      timestamp: String(now),
      body,
      signed: `${settings.trigger}.${now}.${body}`,
    };
  });
}

function checkTask(task, tasks) {
  if (!tasks.includes(task)) throw new Error(`There is no such task. Use one of ${tasks.join(', ')}.`);
}
