// Raw JSON, where the engine has it, which is not what it looks like.
typeof JSON.rawJSON === 'function' ? JSON.stringify([JSON.rawJSON('1e1000'), JSON.rawJSON('"\\ud800"')]) : '[]';
