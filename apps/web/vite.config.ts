import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunkGroups } from './build/chunks.ts'
import { faceFiles } from './build/face-files.ts'
import { pageModules } from './build/page-modules.ts'
import { precompress } from './build/precompress.ts'
import { preloadFonts } from './build/preload-fonts.ts'
import { prerenderHome } from './build/prerender.ts'

const firstPage = fileURLToPath(new URL('src/app/routes/home.tsx', import.meta.url))
const server = 'http://127.0.0.1:3000'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    react(),
    tailwindcss(),
    preloadFonts(/-latin-(opsz|wght)-normal/),
    pageModules(),
    prerenderHome(),
    precompress(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)), ...faceFiles } },
  server: {
    // the Host that the browser asked stays, or its Origin would be a foreign one
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/socket.io': { target: server, changeOrigin: false, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsDir: 'assets',
    // Data URLs would need looser rules in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunkGroups(firstPage) },
      },
    },
  },
})
