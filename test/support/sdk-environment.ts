// The functions' code starts the vendor's SDK when it is loaded, and that wants an environment; nothing is called here.
process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: 'http://127.0.0.1:9/admin' });
process.env.TENCENTCLOUD_SECRETID = 'local';
process.env.TENCENTCLOUD_SECRETKEY = 'local';
process.env.SCF_NAMESPACE = 'local-env';
process.env.TCB_ENV = 'local-env';
process.env.TENCENTCLOUD = 'true';
process.env.SILENCE = 'true';
